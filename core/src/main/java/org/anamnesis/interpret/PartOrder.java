package org.anamnesis.interpret;

import java.util.List;

/** Puts the parts of a sentence in another language into the order of English. */
abstract class PartOrder {
    final List<Part> parts;

    PartOrder(List<Part> parts) {
        this.parts = parts;
    }

    /** English of a part; empty outside the sentence. */
    final String english(int i) {
        return i >= 0 && i < parts.size() ? parts.get(i).english() : "";
    }

    final boolean like(int i, String words) {
        return english(i).matches(words);
    }

    final boolean number(int i) {
        return i >= 0 && i < parts.size() && parts.get(i).number();
    }

    final void set(int i, String english) {
        parts.set(i, parts.get(i).with(english));
    }
}
