import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { type ApiError, errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';

function useCountdown(seconds: number | null, onOver: () => void): number | null {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left === null) return;
    if (left <= 0) return onOver();
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, onOver]);
  return left;
}

/** Why signing in failed; too many tries shows how long to wait. */
export function SignInProblem({ error, onOver }: { error: ApiError; onOver: () => void }) {
  const { say } = useWords();
  const left = useCountdown(error.retryAfter, onOver);
  const wait = left && say({ zh: `请在 ${left} 秒后再试。`, en: `Try again in ${left} s.` });
  return (
    <Alert
      type="error"
      role="alert"
      message={[say(errorWords(error)), wait].filter(Boolean).join(' ')}
      style={{ marginBottom: 16 }}
    />
  );
}
