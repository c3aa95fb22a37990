// What an operator must see; the steps of a start are told by the start script.
export default { level: 'warn' };
