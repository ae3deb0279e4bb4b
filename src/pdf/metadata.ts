// What the publication says of itself → the XMP packet and the information dictionary, which say the same.
import type { PdfInput, PdfStandard } from './input.ts';

export const PRODUCER = 'printvenlig';

interface Claims {
  readonly version: '1.7' | '2.0';
  readonly pdfa: { readonly part: number; readonly conformance?: string; readonly revision?: number };
  readonly pdfua: { readonly part: number; readonly revision?: number };
}

/** A-4 with attachments is A-4f. */
export function claims(standard: PdfStandard, attachments: boolean): Claims {
  switch (standard) {
    case 'ua1+a2a': return { version: '1.7', pdfa: { part: 2, conformance: 'A' }, pdfua: { part: 1 } };
    case 'ua1+a3a': return { version: '1.7', pdfa: { part: 3, conformance: 'A' }, pdfua: { part: 1 } };
    case 'ua2+a4':
      return { version: '2.0', pdfa: { part: 4, revision: 2020, ...(attachments ? { conformance: 'F' } : {}) }, pdfua: { part: 2, revision: 2024 } };
  }
}

/** The publication's day at midnight UTC; nothing in the file comes from the clock. */
export function dateOf(meta: PdfInput['meta']): Date | undefined {
  if (meta.date === undefined) return undefined;
  const date = new Date(/T/.test(meta.date) ? meta.date : `${meta.date}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

export function informationDictionary(meta: PdfInput['meta']): Record<string, string | Date | undefined> {
  const date = dateOf(meta);
  const said = (value: string | undefined): string | undefined => (value === undefined ? undefined : plain(value));
  return { Title: said(meta.title), Author: said(meta.author), Subject: said(meta.subject), Creator: PRODUCER, Producer: PRODUCER, CreationDate: date, ModDate: date };
}

export function xmp(meta: PdfInput['meta'], { version, pdfa, pdfua }: Claims): string {
  const date = dateOf(meta)?.toISOString().replace('.000Z', 'Z');
  const one = (tag: string, value: string | number | undefined): string => (value === undefined ? '' : `   <${tag}>${escape(String(value))}</${tag}>\n`);
  const list = (tag: string, kind: string, value: string | undefined, attribute = ''): string =>
    value === undefined ? '' : `   <${tag}><rdf:${kind}><rdf:li${attribute}>${escape(value)}</rdf:li></rdf:${kind}></${tag}>\n`;
  const byDefault = ' xml:lang="x-default"';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${one('dc:format', 'application/pdf')}${list('dc:title', 'Alt', meta.title, byDefault)}${list('dc:creator', 'Seq', meta.author)}${list('dc:description', 'Alt', meta.subject, byDefault)}${list('dc:language', 'Bag', meta.language)}${one('xmp:CreatorTool', PRODUCER)}${one('xmp:CreateDate', date)}${one('xmp:ModifyDate', date)}${one('xmp:MetadataDate', date)}${one('pdf:Producer', PRODUCER)}${one('pdfaid:part', pdfa.part)}${one('pdfaid:rev', pdfa.revision)}${one('pdfaid:conformance', pdfa.conformance)}${one('pdfuaid:part', pdfua.part)}${one('pdfuaid:rev', pdfua.revision)}  </rdf:Description>
${version === '1.7' ? PDFUA_SCHEMA : ''} </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** PDF/A-2 and A-3 want properties that they do not know described (ISO 19005-2, 6.6.2.3). */
const PDFUA_SCHEMA = `  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
`;

/** XML 1.0 has no place for most control characters, however they are written; Info leaves out the same, to say the same. */
function plain(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, '');
}

function escape(value: string): string {
  return plain(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
