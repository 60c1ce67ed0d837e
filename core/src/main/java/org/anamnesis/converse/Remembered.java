package org.anamnesis.converse;

import java.util.LinkedHashMap;
import java.util.Map;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.spec.CohortSpec;

/**
 * A reader that does not read the same words after the same specification twice: those who decide
 * what a message is often read it before, and a question that is open is read again each turn.
 */
final class Remembered implements Reader {
    /** More than one turn comes back to; each is a few kilobytes. */
    private static final int KEPT = 32;

    private record Read(String message, CohortSpec current, Language likely) {}

    private final Reader reader;
    private final Map<Read, Reading> known =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Read, Reading> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * @param reader pure: the same words always come to the same
     */
    Remembered(Reader reader) {
        this.reader = reader;
    }

    @Override
    public Reading read(String message, CohortSpec current) {
        return read(message, current, Language.EN);
    }

    @Override
    public synchronized Reading read(String message, CohortSpec current, Language likely) {
        Read asked = new Read(message, current, likely);
        Reading reading = known.get(asked);
        if (reading == null) {
            reading = reader.read(message, current, likely);
            known.put(asked, reading);
        }
        return reading;
    }
}
