'use client';

/**
 * Put inside a form: sends it as soon as one of its selects is changed. Boxes are left to the form's button, since people
 * tick several. Without JavaScript the button does all of it.
 */
export function AutoSubmit() {
  return (
    <span
      hidden
      ref={(node) => {
        const form = node?.closest('form');
        if (!form) return;
        const send = (event: Event) => {
          if (event.target instanceof HTMLSelectElement) form.requestSubmit();
        };
        form.addEventListener('change', send);
        return () => form.removeEventListener('change', send);
      }}
    />
  );
}
