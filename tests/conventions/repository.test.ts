// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageJson from '@/package.json';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const sources = files.filter((file) => /\.(?:ts|tsx|mjs|css)$/.test(file));

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}

describe('the repository', () => {
  it('pins every package to an exact version', () => {
    const versions = Object.entries({
      ...packageJson.dependencies,
      ...packageJson.devDependencies,
    });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('has no download URLs in the lock file', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
  });

  it('has no source file with more than 200 lines, and no test with more than 250', () => {
    const limitOf = (file: string) => (/^tests\/|\.test\./.test(file) ? 250 : 200);
    expect(sources.filter((file) => linesOf(file) > limitOf(file))).toEqual([]);
  });

  it('has no folder with more than 20 source files', () => {
    const code = sources.filter((file) => /(?<!\.test)\.tsx?$/.test(file));
    const folders = Map.groupBy(code, (file) => file.slice(0, file.lastIndexOf('/')));
    const tooLarge = [...folders].filter(([, files]) => files.length > 20);
    expect(tooLarge.map(([folder]) => folder)).toEqual([]);
  });

  it('imports every CSS module', () => {
    const code = sources
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const modules = sources.filter((file) => file.endsWith('.module.css'));
    const names = modules.map((file) => file.slice(file.lastIndexOf('/') + 1));
    expect(names.filter((name) => !code.includes(`/${name}'`))).toEqual([]);
  });
});
