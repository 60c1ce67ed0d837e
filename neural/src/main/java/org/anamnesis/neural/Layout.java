package org.anamnesis.neural;

/** Gives the layers of a network their places in its one array of parameters. */
final class Layout {
    /** What a file may ask for: 64 million parameters are 256 MB. */
    static final int MOST = 1 << 26;

    private int size;

    /** The first of {@code count} places. */
    int take(int count) {
        int first = size;
        if (count < 0 || count > MOST - size) {
            throw new IllegalArgumentException("a network of more than " + MOST + " parameters");
        }
        size += count;
        return first;
    }

    int size() {
        return size;
    }
}
