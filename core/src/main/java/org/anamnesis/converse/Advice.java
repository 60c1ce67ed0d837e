package org.anamnesis.converse;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Proposal;

/**
 * What a language model said to one message. It is kept with the conversation, so that the same
 * message comes to the same without the model.
 *
 * @param proposals those that passed every check
 * @param failed why nothing came of it, in a few words; empty if something did or could have
 */
public record Advice(List<Proposal> proposals, Optional<String> failed) {
    /** Nobody was asked. */
    static final Advice NONE = new Advice(List.of(), Optional.empty());

    public Advice {
        proposals = List.copyOf(proposals);
        requireNonNull(failed, "failed");
    }

    static Advice failed(String why) {
        return new Advice(List.of(), Optional.of(why));
    }
}
