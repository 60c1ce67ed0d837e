package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Concept.Kind;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.SpecCheck;

/**
 * What of a proposal is so: the quote stands in the message, the id in the catalogue, each number
 * in the quote; nothing in the quote speaks against it. What fails is dropped. What passes still is
 * somebody's reading, which the user has to confirm.
 */
public final class ProposalCheck {
    /**
     * A proposal that passed.
     *
     * @param edit in canonical units
     * @param quote as the user wrote it
     * @param from first character of the quote in the message
     * @param to one past the last
     */
    public record Checked(Edit edit, String quote, int from, int to) {
        /** Whether the quote shares a character with some occurrence of the words. */
        public boolean touches(String message, String words) {
            int at = words.isBlank() ? -1 : message.indexOf(words);
            while (at >= 0) {
                if (at < to && from < at + words.length()) {
                    return true;
                }
                at = message.indexOf(words, at + 1);
            }
            return false;
        }
    }

    private static final Set<String> NEGATIONS =
            Set.of(
                    "no",
                    "not",
                    "without",
                    "never",
                    "none",
                    "nobody",
                    "neither",
                    "nor",
                    "except",
                    "excluding",
                    "exclude",
                    "excluded",
                    "minus",
                    "sans",
                    "free",
                    "lacking",
                    "drop",
                    "remove",
                    "avoid",
                    "dont",
                    "doesnt",
                    "isnt",
                    "arent",
                    "cannot",
                    "cant");

    /** Characters before a quote that are looked through for a negation. */
    private static final int BEFORE = 40;

    private final String message;
    private final CohortSpec current;
    private final Vocabulary vocabulary = Vocabulary.bundled();
    private final Catalogue catalogue = Catalogue.bundled();

    /**
     * @param message the user's words
     * @param current what is asked, with what the rules read in the message
     */
    public ProposalCheck(String message, CohortSpec current) {
        this.message = message;
        this.current = current;
    }

    /** The edit, or empty if something about it is not so. */
    public Optional<Checked> of(Proposal p) {
        Optional<Quotation> found = Quotation.in(message, p.quote());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Quotation q = found.get();
        Sentence s = new Sentence(q.words(), vocabulary);
        if (!says(s) || opposite(p, s, q.from())) {
            return Optional.empty();
        }
        try {
            return edit(p, s).map(e -> new Checked(e, q.words().strip(), q.from(), q.to()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an edit that cannot be, such as a range upside down
        }
    }

    /** Whether a specification stays in order under the edits, and is another one. */
    public static boolean fits(CohortSpec spec, List<Edit> edits) {
        try {
            CohortSpec after = Amendment.of(spec, edits);
            return !after.equals(spec)
                    && SpecCheck.problems(spec).containsAll(SpecCheck.problems(after));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A quote of a bare number or of "with the" carries no subject. */
    private static boolean says(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean word = s.at(i).kind() == Token.Kind.WORD;
            if (word && (!Words.FILLER.contains(s.word(i)) || Words.PERSONS.contains(s.word(i)))) {
                return true;
            }
        }
        return false;
    }

    /** Words in the quote or just before it negate what is proposed as wanted. */
    private boolean opposite(Proposal p, Sentence s, int from) {
        if (p.negated() || p.kind() == Proposal.Kind.FORGET) {
            return false;
        }
        Sentence before =
                new Sentence(message.substring(Math.max(0, from - BEFORE), from), vocabulary);
        boolean compared = p.kind() == Proposal.Kind.LIMIT; // "no more than" is a comparison
        return negation(before, before.size() - 3) || (!compared && negation(s, 0));
    }

    private static boolean negation(Sentence s, int first) {
        for (int i = Math.max(0, first); i < s.size(); i++) {
            if (NEGATIONS.contains(s.word(i))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Edit> edit(Proposal p, Sentence s) {
        QuotedNumbers numbers = new QuotedNumbers(s, p);
        return switch (p.kind()) {
            case COUNT -> p.negated() ? Optional.empty() : numbers.count().map(Edit.SetCount::new);
            case CONDITION, HAS -> has(p, s, numbers);
            case CATEGORY ->
                    asked(new Criterion.CategoryIn(p.id(), List.of(p.level())), p, numbers);
            case LIMIT ->
                    p.negated() || another(p.id(), s, Kind.OBSERVATION)
                            ? Optional.empty()
                            : numbers.limit().flatMap(c -> asked(c, p, numbers));
            case MEAN ->
                    p.negated() || another(p.id(), s, Kind.OBSERVATION)
                            ? Optional.empty()
                            : numbers.mean()
                                    .map(
                                            m ->
                                                    new Edit.AddConstraint(
                                                            new Constraint.Mean(p.id(), m)));
            case OBSERVE -> another(p.id(), s, Kind.OBSERVATION) ? Optional.empty() : observe(p);
            case FORGET -> Optional.of(new Edit.Forget(p.id()));
        };
    }

    private Optional<Edit> has(Proposal p, Sentence s, QuotedNumbers numbers) {
        Optional<Concept> concept = catalogue.find(p.id());
        boolean condition = concept.filter(c -> c.kind() == Kind.CONDITION).isPresent();
        if (concept.isEmpty()
                || concept.get().kind() == Kind.OBSERVATION
                || (condition
                        ? another(p.id(), s, Kind.CONDITION)
                        : another(p.id(), s, Kind.INGREDIENT, Kind.DRUG_CLASS))) {
            return Optional.empty();
        }
        boolean everyone = p.percent().isEmpty() && !p.negated() && p.level().isEmpty();
        if (p.kind() == Proposal.Kind.CONDITION && condition && everyone) {
            return Optional.of(new Edit.SetCondition(p.id()));
        }
        if (!condition) {
            return asked(new Criterion.TakesMedication(p.id()), p, numbers);
        }
        Optional<String> stage = Optional.of(p.level()).filter(l -> !l.isEmpty());
        boolean invented = stage.isPresent() && !numbers.stands(stage.get());
        return invented
                ? Optional.empty()
                : asked(new Criterion.HasCondition(p.id(), stage), p, numbers);
    }

    /** Of everyone, or of a share that stands in the quote. */
    private static Optional<Edit> asked(Criterion criterion, Proposal p, QuotedNumbers numbers) {
        Criterion c = p.negated() ? new Criterion.Not(criterion) : criterion;
        if (p.percent().isEmpty()) {
            return Optional.of(new Edit.AddConstraint(new Constraint.Require(c)));
        }
        return numbers.percent().map(x -> new Edit.AddConstraint(new Constraint.Share(c, x)));
    }

    private Optional<Edit> observe(Proposal p) {
        var now = current.observations();
        List<String> named = now.named().stream().filter(id -> !id.equals(p.id())).toList();
        List<String> dropped = now.dropped().stream().filter(id -> !id.equals(p.id())).toList();
        int more = now.count() > 0 && !p.negated() && !now.named().contains(p.id()) ? 1 : 0;
        return Optional.of(
                new Edit.SetObservations(
                        new ObservationChoice(
                                now.count() + more,
                                p.negated() ? named : with(named, p.id()),
                                p.negated() ? with(dropped, p.id()) : dropped)));
    }

    private static List<String> with(List<String> all, String id) {
        return Stream.concat(all.stream(), Stream.of(id)).toList();
    }

    /** Whether the quote names, in words that are known here, others of the kind and not this. */
    private boolean another(String id, Sentence s, Kind... kinds) {
        List<Concept> named =
                s.named().stream()
                        .map(Sentence.Named::concept)
                        .filter(c -> List.of(kinds).contains(c.kind()))
                        .toList();
        return !named.isEmpty() && named.stream().noneMatch(c -> related(c.id(), id));
    }

    private boolean related(String a, String b) {
        return a.equals(b)
                || catalogue.classesOf(a).stream().anyMatch(c -> c.id().equals(b))
                || catalogue.classesOf(b).stream().anyMatch(c -> c.id().equals(a));
    }
}
