/** Every word of a rehearsal that the system does not say. A site translates them. */
export const rehearsalTexts = {
  // Before it begins
  start: 'Start the rehearsal',
  what: 'What is broken',
  surprise: 'I do not want to know',
  'needs-script':
    'The rehearsal needs JavaScript. In a terminal, the same is: handrail rehearse {runbook}',
  none: 'Nothing leads to this case: there is no rehearsal of it.',
  'not-loaded': 'The rehearsal could not be loaded.',
  changed:
    'The cluster, or this case, has changed since the link was made: it is another rehearsal now.',

  // While it runs
  rehearsal: 'Rehearsal {seed}: {what}',
  'called-down': 'You are called: clients say that the service does not work.',
  'called-alarm': 'You are called: a monitor has raised an alarm. Clients do not complain.',
  'how-to':
    'Type commands, or paste those of a runbook. A command takes five seconds; more time passes only when you wait. Nothing else breaks while you work, and clients go on writing.',
  clock: 'Since you were called',
  consoles: 'Console',
  console: 'Console of {host}',
  elsewhere: 'another machine',
  command: 'Command on {host}',
  run: 'Run',
  'do-what': 'What no shell does',
  'do-choose': 'Choose …',
  'do-it': 'Do it',
  wait: 'Wait',
  waited: '{time} passed.',
  unknown: '{line}: this rehearsal does not know that command.',
  silent: '{line}: this rehearsal does not know what that command prints.',
  done: 'Done.',
  end: 'End it, and see what came of it',
  'copy-link': 'Copy the link to this rehearsal',
  'link-copied': 'The link is copied. Whoever opens it sees the same cluster and what you did.',
  'link-shown': 'The link to this rehearsal',

  // Afterwards
  debrief: 'What came of it',
  times: 'Times count from the moment you were called.',
  again: 'The same again',
  another: 'Another one',
  'back-to-it': 'Back to the consoles',
  leave: 'Leave the rehearsal',
  'nothing-lost': 'Nothing was lost of what clients had been told was kept.',
  lost: 'Lost: {name}, acknowledged at {acknowledged}, and what was written after it and shared its fate. The last copy went at {at}.',
  'lost-by':
    'Lost: {name}, acknowledged at {acknowledged}, and what was written after it and shared its fate. The last copy went at {at}, with “{deed}” on {host}.',
  'lost-waiting':
    'Lost: {name}, acknowledged at {acknowledged}, and what was written after it and shared its fate. The last copy went at {at}, while you waited.',
  'lost-before': 'It was gone before you were called: nothing would have brought it back.',
  'late-deed': 'It became too late at {at}, with “{deed}” on {host}.',
  'late-wait': 'It became too late at {at}, by waiting.',
  'until-then':
    'Until then “{begun}” would still have led to “{step}” in {time}, with nothing lost.',
  down: 'The service was down, or not in one place, for {before} before you were called and for {after} after.',
  'end-served': 'At the end, at {at}, clients are served.',
  'end-not-served': 'At the end, at {at}, clients are not served.',
  'end-redundant': 'The data is on both hosts.',
  'end-not-redundant': 'The data is not kept on both hosts.',
  'end-standby': 'If the serving host fails, the other one takes over.',
  'end-no-standby': 'If the serving host fails, nothing takes over.',
  'end-danger': 'And this is still so: {words}.',
  path: 'Your path',
  'no-departure': 'You changed nothing that a runbook would not have asked for.',
  departure: 'At {at} your path left the runbooks, with “{deed}” on {host}.',
  'departure-more': 'At {at} again: “{deed}” on {host}.',
  'asked-for': 'The runbook stood at “{step}” and asked for {wanted}.',
  'asked-to-look': 'The runbook stood at “{step}” and asked to look, or to decide.',
  'wanted-line': '“{text}” on {host}',
  unproven: 'At {at} “{deed}” on {host} was a risk: {reason}',
  or: 'or',
  way: 'What the runbook leads to',
  'way-safe': '“{begun}”, followed from the start, leads to “{step}” in {time}, with nothing lost.',
  'way-lost':
    '“{begun}”, followed from the start, leads to “{step}” in {time}. It cannot keep: {names}.',
  'no-way': 'No runbook covers this case.',
  story: 'The whole story',
  'story-called': 'You are called.',
  'story-did': '“{deed}” on {host}.',
  'story-refused': '“{deed}” on {host}: refused ({code}).',
  'story-up': 'Clients are served.',
  'story-down': 'Clients are no longer served from one place.',
  'story-lost': 'Lost: {names}.',
  'story-danger': 'From now on {words}.',
  'story-danger-over': 'No longer: {words}.',
  'story-redundant': 'The data is on both hosts.',
  'story-not-redundant': 'The data is no longer kept on both hosts.',
} as const satisfies Record<string, string>

export type RehearsalTextId = keyof typeof rehearsalTexts
export type RehearsalTexts = Readonly<Record<RehearsalTextId, string>>
