/**
 * `oklch(0.53 0.15 33)`, with or without `/ alpha` and with shares in percent, as `#rrggbb` or `#rrggbbaa`; null for another notation.
 *
 * Monaco takes its colours in hex only. The browser could convert through a canvas, but browsers that guard against
 * fingerprinting blur what is read back from one. Björn Ottosson's OKLab (2020), then sRGB, clipped to its gamut.
 */
export function oklchToHex(colour: string): string | null {
  const match = /^oklch\(\s*([\d.]+%?)\s+([\d.]+%?)\s+([\d.]+)\s*(?:\/\s*([\d.]+%?)\s*)?\)$/.exec(colour.trim());
  if (match === null) return null;
  const [lightness = 0, chroma = 0, hue = 0] = match.slice(1, 4).map(parseShare);
  const alpha = match[4] === undefined ? '' : toHexByte(parseShare(match[4]));
  return `#${linearRgb(lightness, chroma, (hue * Math.PI) / 180)
    .map((channel) => toHexByte(gammaEncoded(channel)))
    .join('')}${alpha}`;
}

/** A build writes `53%` for `0.53`. */
function parseShare(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

function linearRgb(lightness: number, chroma: number, hue: number): readonly number[] {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function gammaEncoded(channel: number): number {
  return channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055;
}

function toHexByte(share: number): string {
  const byte = Math.round(Math.min(1, Math.max(0, share)) * 255);
  return byte.toString(16).padStart(2, '0');
}
