import { describe, expect, it } from 'vitest';
import { alignParagraphs } from '#lib/alignment/align-paragraphs';
import { draw } from './draw';

// The same small story told twice in each language, one paragraph moved, one on each side without a partner.
describe('alignParagraphs in other languages', () => {
  it('German', () => {
    const reference = [
      'Der Hafenrat von Talgburg hat am Dienstag beschlossen, die nördliche Fährlinie elf Wochen lang zu sperren.',
      'Ingenieure hatten im Januar Rost an zwei Landebrücken gefunden.',
      'Ein Ersatzbus fährt alle zwanzig Minuten vom Marktplatz zum Südpier.',
      'Die Fahrpreise auf der Südlinie bleiben bei vier Kronen.',
    ];
    const other = [
      'Elf Wochen ohne Fähre: Die nördliche Fährlinie wird gesperrt, beschloss der Hafenrat von Talgburg am Dienstag.',
      'Zwischen Marktplatz und Südpier fährt alle zwanzig Minuten ein Ersatzbus.',
      'Rost an zwei Landebrücken, den Ingenieure im Januar fanden, ließ keine Wahl.',
      'Bäcker am Markt hoffen auf ein gutes Sommerfest.',
    ];
    expect(draw(alignParagraphs(reference, other), 4, 4)).toEqual([
      '# . . .', //
      '. . #* .',
      '. # . .',
      '. . . .',
    ]);
  });

  it('Chinese, cut into words by the segmenter', () => {
    const reference = [
      '塔洛湾港务局周二晚间投票决定，北线渡轮停航十一周进行维修。',
      '工程师在一月的例行检查中发现两座登船桥严重锈蚀。',
      '替代巴士每二十分钟往返于集市广场与南码头之间。',
      '南线船票价格仍为四克朗。',
    ];
    const other = [
      '因维修需要，北线渡轮将停航十一周，港务局周二晚间作出决定。',
      '集市附近的面包师希望夏季节日照常热闹。',
      '南码头与集市广场之间每二十分钟有一班替代巴士。',
    ];
    expect(draw(alignParagraphs(reference, other), 4, 3)).toEqual([
      '# . .', //
      '. . .',
      '. . #',
      '. . .',
    ]);
  });

  it('Arabic', () => {
    const reference = [
      'قرر مجلس ميناء تالو مساء الثلاثاء إغلاق خط العبّارة الشمالي أحد عشر أسبوعا لإجراء الإصلاحات.',
      'وكان المهندسون قد اكتشفوا تآكلا في جسرين من جسور الرسو خلال تفتيش روتيني في يناير.',
      'ستنقل حافلة بديلة الركاب كل عشرين دقيقة بين ساحة السوق والرصيف الجنوبي.',
      'تبقى أسعار التذاكر على الخط الجنوبي أربعة كرونات.',
    ];
    const other = [
      'كل عشرين دقيقة تسير حافلة بديلة بين الرصيف الجنوبي وساحة السوق.',
      'أحد عشر أسبوعا من الإصلاحات: مجلس ميناء تالو يقرر إغلاق خط العبّارة الشمالي.',
      'يأمل الخبازون قرب السوق في موسم صيفي جيد.',
    ];
    expect(draw(alignParagraphs(reference, other), 4, 3)).toEqual([
      '. # .', //
      '. . .',
      '#* . .',
      '. . .',
    ]);
  });
});
