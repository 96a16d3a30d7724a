import { readText } from './files.ts';
import type { Gap } from './gap.ts';
import {
  glanceAt,
  isGap,
  parsedOfHost,
  parseText,
  withScopes,
  type Glance,
  type HostSource,
  type Module,
  type Parsed,
} from './parse.ts';

/** A file on the disk, by its path; with its text; or as a host has parsed it. */
export type SourceInput = string | { readonly file: string; readonly text: string } | HostSource;

export function moduleOf(source: SourceInput): Module | Gap {
  const parsed = parsedOf(source);
  return isGap(parsed) ? parsed : withScopes(parsed);
}

/** The same, as far as a tree goes. */
export function parsedOf(source: SourceInput): Parsed | Module | Gap {
  if (typeof source === 'string') {
    const text = readText(source);
    return typeof text === 'string' ? parseText(source, text) : text;
  }
  return 'tree' in source ? parsedOfHost(source) : parseText(source.file, source.text);
}

/** A file on the disk, as far as its imports. */
export function glanceOf(file: string): Glance | Gap {
  const text = readText(file);
  return typeof text === 'string' ? glanceAt(file, text) : text;
}

export function fileOf(source: SourceInput): string {
  return typeof source === 'string' ? source : source.file;
}

/** Errors: none; a gap where the path is no file that can be read. */
export function textOf(source: SourceInput): string | Gap {
  return typeof source === 'string' ? readText(source) : source.text;
}
