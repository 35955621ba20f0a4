package io.liquidationmap.api.liquidations;

import java.io.IOException;
import java.io.OutputStream;

/// Text on its way to a stream: short pieces and whole numbers, for which nothing is made but their digits. Mutable, for
/// one thread.
final class AsciiBuffer {

    private static final int BYTES = 1 << 14;
    private static final int LONGEST_NUMBER = 19;
    private static final int TEN = 10;

    private final OutputStream target;
    private final byte[] bytes = new byte[BYTES];
    private int size;

    AsciiBuffer(OutputStream target) {
        this.target = target;
    }

    AsciiBuffer put(char character) throws IOException {
        makeRoom(1);
        bytes[size++] = (byte) character;
        return this;
    }

    /// @param piece shorter than the buffer
    AsciiBuffer put(byte[] piece) throws IOException {
        makeRoom(piece.length);
        System.arraycopy(piece, 0, bytes, size, piece.length);
        size += piece.length;
        return this;
    }

    /// @param number not negative
    AsciiBuffer put(long number) throws IOException {
        makeRoom(LONGEST_NUMBER);
        size += digits(number);
        long rest = number;
        int i = size;
        do {
            bytes[--i] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        } while (rest > 0);
        return this;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long next = TEN; digits < LONGEST_NUMBER && number >= next; next *= TEN) {
            digits++;
        }
        return digits;
    }

    private void makeRoom(int length) throws IOException {
        if (bytes.length - size < length) {
            flush();
        }
    }

    /// Hands on what has been put so far.
    void flush() throws IOException {
        target.write(bytes, 0, size);
        size = 0;
    }
}
