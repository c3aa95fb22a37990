export { checkAttendance, minutesBetween, takesAttendance } from './attendance';
export { checkDigitOf, type IdNumber, maskOf, masksAgree, readIdNumber } from './id-number';
export {
  type Book,
  DOUBT_KINDS,
  DOUBT_LIMITS,
  type Doubt,
  type DoubtKind,
  doubtWords,
  isDoubtful,
  reopens,
} from './integrity/doubts';
export { IVOLUNTEER_FIELDS, IVOLUNTEER_WORDS, type IvolunteerField } from './ivolunteer/fields';
export { type ExportTable, findTable, type SkippedRow, skippedAs } from './ivolunteer/find-table';
export {
  type EntryStanding,
  type Finding,
  findingWords,
  openFields,
  openFindings,
  settledBy,
  standingOf,
} from './ivolunteer/findings';
export { endsOf, idFinding } from './ivolunteer/id-finding';
export {
  DATE_ORDERS,
  DURATION_UNITS,
  headingsKey,
  type IvolunteerMapping,
  mappingColumnsSchema,
  mappingSchema,
  NEEDED_FIELDS,
  suggestColumns,
  suggestUnit,
} from './ivolunteer/mapping';
export { type ExportRow, rowReader } from './ivolunteer/read-row';
export { likeness } from './ivolunteer/similar';
export { LONGEST_NAME, MOST_PASTED, type PastedPerson, readPeople } from './people';
