import type { ReactNode } from 'react';

type Props = {
  /** BCP 47 tag of the text, where known. */
  language: string | undefined;
  as?: 'p' | 'span' | 'div' | 'blockquote' | 'h1' | 'h2' | 'h3' | 'h4' | 'li' | 'td' | 'q';
  className?: string | undefined;
  id?: string | undefined;
  /** What is joined by a line while this is pointed at: "p3>o5 p3>o7". */
  pairs?: string | undefined;
  children: ReactNode;
};

/** Words that are not ours: with their own language and the direction their first letters ask for. */
export function ForeignText({ language, as: Tag = 'span', className, id, pairs, children }: Props) {
  return (
    <Tag lang={language ?? ''} dir="auto" className={className} id={id} data-pairs={pairs || undefined}>
      {children}
    </Tag>
  );
}
