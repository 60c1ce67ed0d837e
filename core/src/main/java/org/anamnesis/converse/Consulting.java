package org.anamnesis.converse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Adviser;
import org.anamnesis.interpret.Consultation;
import org.anamnesis.interpret.Proposal;
import org.anamnesis.interpret.ProposalCheck;
import org.anamnesis.interpret.Proposals;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.Unread;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecJson;

/**
 * Asks an adviser about what the rules left unread, once a message, and never for anything else.
 */
final class Consulting {
    private final Reader rules;
    private final Adviser adviser;

    Consulting(Reader rules, Adviser adviser) {
        this.rules = rules;
        this.adviser = adviser;
    }

    /** The conversation, whose last message this is, with what was said to it. */
    Conversation on(Conversation heard, String message) {
        boolean known = heard.advice().containsKey(heard.messages().size() - 1);
        if (known || adviser == Adviser.NONE) {
            return heard;
        }
        Reading reading = rules.read(message, heard.spec(), heard.language());
        List<String> unread = Unread.of(reading);
        return unread.isEmpty() || message.length() > Consultation.LONGEST
                ? heard
                : heard.advised(asked(message, unread, Advised.after(reading, heard.spec())));
    }

    private Advice asked(String message, List<String> unread, CohortSpec spec) {
        var about = new Consultation(message, unread, SpecJson.write(spec), catalogue());
        Adviser.Answer answer = adviser.advise(about);
        if (answer instanceof Adviser.Answer.Failed f) {
            return Advice.failed(f.why());
        }
        Optional<List<Proposal>> proposals = Proposals.read(((Adviser.Answer.Said) answer).text());
        var check = new ProposalCheck(message, spec);
        return proposals
                .map(all -> all.stream().filter(p -> check.of(p).isPresent()).toList())
                .map(all -> new Advice(all, Optional.empty()))
                .orElseGet(() -> Advice.failed("its answer was not of the form asked for"));
    }

    private static List<Concept> catalogue() {
        return Arrays.stream(Concept.Kind.values())
                .flatMap(k -> Catalogue.bundled().concepts(k).stream())
                .toList();
    }
}
