/** A value as it stands in a PDF. */
export type PdfValue = PdfName | PdfRef | PdfString | PdfDict | PdfValue[] | number | null;

export class PdfName {
  constructor(readonly name: string) {}
}

/** `12 0 R`: the object of that number, wherever and however often it is defined. */
export class PdfRef {
  constructor(readonly number: number) {}
}

/** At most its first thousand bytes, one letter a byte. */
export class PdfString {
  constructor(readonly bytes: string) {}

  /** As people read it: UTF-16 where its mark says so, UTF-8 or plain letters else. */
  get text(): string {
    const bytes = Buffer.from(this.bytes, 'latin1');
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
    return new TextDecoder('utf-8').decode(bytes);
  }
}

/** Keeps every value of a key that stands twice: programs differ in which of them counts. */
export class PdfDict {
  private readonly entries = new Map<string, PdfValue[]>();

  add(key: string, value: PdfValue): void {
    const known = this.entries.get(key);
    if (known) known.push(value);
    else this.entries.set(key, [value]);
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  /** Every value of these keys; a long name and its short form are asked for together. */
  all(...keys: string[]): PdfValue[] {
    return keys.flatMap((key) => this.entries.get(key) ?? []);
  }

  /** The values of all keys. */
  values(): PdfValue[] {
    return [...this.entries.values()].flat();
  }
}
