/**
 * Checks the message catalogue: both languages hold the same ids with the same variables, Arabic
 * has all six plural forms of each counted message, nothing is unused and nothing used is missing.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentParser, Visitor } from '@fluent/syntax';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..', 'src');
const sixForms = ['zero', 'one', 'two', 'few', 'many', 'other'];
const pluralForms = new Set(sixForms);
const faults = [];

function filesUnder(folder, ends) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path, ends);
    return ends.test(name) ? [path] : [];
  });
}

/** What one message holds: its variables, and the forms of each choice by number. */
class Reading extends Visitor {
  variables = new Set();
  choices = [];

  visitVariableReference(node) {
    this.variables.add(node.id.name);
  }

  visitSelectExpression(node) {
    const keys = node.variants.map(({ key }) => key.name ?? key.value);
    if (keys.some((key) => pluralForms.has(key) && key !== 'other')) this.choices.push(keys);
    this.genericVisit(node);
  }
}

function readLanguage(language) {
  const messages = new Map();
  for (const path of filesUnder(join(root, 'i18n', language), /\.ftl$/u)) {
    for (const entry of new FluentParser().parse(readFileSync(path, 'utf8')).body) {
      if (entry.type === 'Junk') faults.push(`${path}: not a message: ${entry.content.trim()}`);
      if (entry.type !== 'Message') continue;
      if (messages.has(entry.id.name)) faults.push(`${language}: ${entry.id.name} stands twice`);
      const reading = new Reading();
      reading.visit(entry);
      messages.set(entry.id.name, reading);
    }
  }
  return messages;
}

function checkPlurals(messages) {
  for (const [id, { choices }] of messages) {
    for (const keys of choices) {
      const missing = sixForms.filter((form) => !keys.includes(form));
      if (missing.length > 0) faults.push(`ar: ${id} lacks ${missing.join(', ')}`);
    }
  }
}

function checkPair(arabic, english) {
  for (const id of english.keys()) if (!arabic.has(id)) faults.push(`ar: ${id} is missing`);
  for (const [id, reading] of arabic) {
    const other = english.get(id);
    if (!other) {
      faults.push(`en: ${id} is missing`);
      continue;
    }
    if (reading.choices.length > 0 !== other.choices.length > 0) {
      faults.push(`${id}: counted in one language only`);
    }
    for (const name of new Set([...reading.variables, ...other.variables])) {
      const everywhere = reading.variables.has(name) && other.variables.has(name);
      if (!everywhere) faults.push(`${id}: $${name} in one language only`);
    }
  }
}

/** Ids that the code names: `t('id')`, and prefixes of `t(`id-${…}`)`. */
function readUses() {
  const whole = new Set();
  const prefixes = new Set();
  const asked = new Map();
  for (const path of filesUnder(root, /(?<!\.test)\.tsx?$/u)) {
    const code = readFileSync(path, 'utf8');
    for (const [, id] of code.matchAll(/\bt\(\s*'([^']+)'/gu)) asked.set(id, path);
    for (const [, id] of code.matchAll(/'([a-z][a-z0-9_-]+)'/gu)) whole.add(id);
    for (const [, prefix] of code.matchAll(/`([a-z][a-z0-9_-]*-)\$\{/gu)) prefixes.add(prefix);
  }
  return { whole, prefixes, asked };
}

function checkUses(arabic) {
  const { whole, prefixes, asked } = readUses();
  for (const [id, path] of asked) if (!arabic.has(id)) faults.push(`${path}: no message ${id}`);
  for (const id of arabic.keys()) {
    const used = whole.has(id) || [...prefixes].some((prefix) => id.startsWith(prefix));
    if (!used) faults.push(`${id}: nothing uses it`);
  }
}

const arabic = readLanguage('ar');
checkPlurals(arabic);
checkPair(arabic, readLanguage('en'));
checkUses(arabic);

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${arabic.size} messages, the same in both languages`);
