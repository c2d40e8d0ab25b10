import type { CategoryView, FileView } from '@prongsai/kernel/contracts';
import { formatThaiPhone } from '@prongsai/kernel/thai';
import { categoryTitle, dayText, fileFacts, periodText, Words } from '@prongsai/console/ui';
import type { ReactNode } from 'react';
import type { Draft } from './draft';
import { channelWords } from './form-parts';
import { label } from './labels';

/** What the paper form says, and whom `onChange` tells which field is to be changed; without it the paper is only read. */
export interface PaperProps {
  draft: Draft;
  files: readonly FileView[];
  categories: readonly CategoryView[];
  workGroup: string | undefined;
  requirements: readonly string[];
  unitName: string;
  requesterName: string;
  onChange?: (path: string) => void;
}

interface Line {
  name: string;
  value: ReactNode;
  path: string | null;
}

/** The lines of the form as they will be printed, in the order of the form. */
export function PaperLines({ draft, files, categories, workGroup, requirements, unitName, requesterName, onChange }: PaperProps) {
  const { contact } = draft;
  const lines: (Line | null)[] = [
    { name: label('form.unit'), value: unitName, path: null },
    { name: label('form.topic'), value: draft.title, path: 'title' },
    { name: label('form.details'), value: draft.details && <span className="pre">{draft.details}</span>, path: 'details' },
    { name: label('form.category'), value: draft.categoryCode && categoryTitle(categories, draft.categoryCode, draft.subItemCode), path: 'categoryCode' },
    requirements.length > 0 ? { name: label('form.requirement'), value: requirements.join(' · '), path: 'categoryCode' } : null,
    { name: label('form.source'), value: draft.sourceName, path: 'sourceName' },
    workGroup ? { name: label('form.group'), value: workGroup, path: 'workGroupId' } : null,
    { name: label('form.period'), value: (draft.dataFrom || draft.dataUntil) && periodText(draft.dataFrom, draft.dataUntil), path: 'dataFrom' },
    { name: label('form.publishFrom'), value: draft.publishFrom && dayText(draft.publishFrom, 'long'), path: 'publishFrom' },
    { name: label('form.publishUntil'), value: draft.publishUntil ? dayText(draft.publishUntil, 'long') : label('form.noEnd'), path: 'publishUntil' },
    draft.credit ? { name: label('form.credit'), value: draft.credit, path: 'credit' } : null,
    { name: label('form.files'), value: files.length > 0 ? <ul className="plain">{files.map((file) => <li key={file.id}>{file.name} <span className="muted xs">{fileFacts(file.name, file.size)}</span></li>)}</ul> : 'ไม่มี', path: 'fileIds' },
    draft.externalLink ? { name: label('form.link'), value: draft.externalLink, path: 'externalLink' } : null,
    { name: label('form.channel'), value: channelWords(draft.intakeChannel), path: 'intakeChannel' },
    { name: label('form.contact'), value: [contact.name, contact.position, contact.unit, contact.phone && formatThaiPhone(contact.phone), contact.email].filter(Boolean).join(' · '), path: 'contact.name' },
    draft.remarks ? { name: label('form.remarks'), value: <span className="pre">{draft.remarks}</span>, path: 'remarks' } : null,
    { name: label('form.giver'), value: draft.recorded ? `${contact.name || '–'} (บันทึกโดย ${requesterName})` : requesterName, path: null },
  ];
  return (
    <dl className="dl paper-lines">
      {lines.filter((line) => line !== null).map(({ name, value, path }) => (
        <div key={name}>
          <dt><Words>{name}</Words></dt>
          <dd>{value || <span className="missing">ยังไม่ได้ระบุ</span>}</dd>
          {path && onChange && <dd className="noprint"><button type="button" className="btn quiet small" onClick={() => onChange(path)}>{label('check.change')}<span className="vh"> {name}</span></button></dd>}
        </div>
      ))}
    </dl>
  );
}
