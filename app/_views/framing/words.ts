export { POSITION_WORDS, VOICE_WORDS } from '#lib/share/screen-words';
