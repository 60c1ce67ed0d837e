package org.anamnesis.converse;

import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Lately;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.spec.CohortSpec;

/**
 * A reader that does not read the same words after the same specification twice: those who decide
 * what a message is often read it before, and a question that is open is read again each turn.
 */
final class Remembered implements Reader {
    private record Read(String message, CohortSpec current, Language likely) {}

    private final Lately<Read, Reading> read;

    /**
     * @param reader pure: the same words always come to the same
     */
    Remembered(Reader reader) {
        read = new Lately<>(r -> reader.read(r.message(), r.current(), r.likely()));
    }

    @Override
    public Reading read(String message, CohortSpec current) {
        return read(message, current, Language.EN);
    }

    @Override
    public Reading read(String message, CohortSpec current, Language likely) {
        return read.of(new Read(message, current, likely));
    }
}
