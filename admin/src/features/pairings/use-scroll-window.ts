import { type RefObject, useEffect, useState } from 'react';

type View = { top: number; left: number; width: number; height: number };

const NOTHING: View = { top: 0, left: 0, width: 0, height: 0 };

/** Where an element is scrolled to and how much of it shows, at most once a frame. */
export function useScrollWindow(ref: RefObject<HTMLElement | null>): View {
  const [view, setView] = useState<View>(NOTHING);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let frame = 0;
    const read = () => {
      frame = 0;
      setView({
        top: element.scrollTop,
        left: element.scrollLeft,
        width: element.clientWidth,
        height: element.clientHeight,
      });
    };
    const ask = () => {
      frame ||= requestAnimationFrame(read);
    };
    const observer = new ResizeObserver(ask);
    observer.observe(element);
    element.addEventListener('scroll', ask, { passive: true });
    read();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      element.removeEventListener('scroll', ask);
    };
  }, [ref]);
  return view;
}
