const view = new DataView(new ArrayBuffer(8));

/**
 * FNV-1a with 64 bits (Fowler, Noll & Vo; RFC 9923), kept as two halves, since the product of two numbers of 64 bits
 * fits no double. The prime is 2^40 + 0x1b3.
 */
export class ByteHash {
  #high = 0xcbf29ce4;
  #low = 0x84222325;

  addByte(byte: number): void {
    const low = (this.#low ^ byte) >>> 0;
    const product = low * 0x1b3;
    this.#high = (Math.imul(this.#high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    this.#low = product >>> 0;
  }

  /** The eight bytes of a double, all NaN alike. */
  addNumber(value: number): void {
    view.setFloat64(0, Number.isNaN(value) ? NaN : value, true);
    for (let place = 0; place < 8; place++) this.addByte(view.getUint8(place));
  }

  /** Its length, then two bytes for each of its code units. */
  addText(text: string): void {
    this.addNumber(text.length);
    for (let place = 0; place < text.length; place++) {
      const unit = text.charCodeAt(place);
      this.addByte(unit & 0xff);
      this.addByte(unit >>> 8);
    }
  }

  /** 16 hexadecimal digits. */
  toString(): string {
    return hexadecimal(this.#high) + hexadecimal(this.#low);
  }
}

function hexadecimal(word: number): string {
  return word.toString(16).padStart(8, '0');
}
