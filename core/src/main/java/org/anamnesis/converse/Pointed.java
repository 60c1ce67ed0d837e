package org.anamnesis.converse;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.anamnesis.interpret.Reader;
import org.anamnesis.spec.Edit;

/** Messages that name nothing and point at what was said: "the other", "at least one of them". */
final class Pointed {
    private Pointed() {}

    /**
     * Empty where the message is none of these.
     *
     * @param heard the conversation with the message at its end
     */
    static List<Edit> of(Conversation heard, String message, Reader reader) {
        return Stream.<Supplier<List<Edit>>>of(
                        () -> OtherOne.of(heard, message),
                        () -> BothGone.of(heard, message),
                        () -> OfThem.of(heard, message),
                        () -> UndoneAbout.of(heard, message),
                        () -> PartlyUndone.of(heard, message, reader),
                        () -> LastNumber.of(heard, message),
                        () -> AskedAfter.added(heard, message, reader))
                .map(Supplier::get)
                .filter(edits -> !edits.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
