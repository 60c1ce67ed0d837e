package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Question;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/** What "it" is behind a question: "is sodium included?", then "leave it out" or "add it". */
final class AskedAfter {
    private static final Pattern ADD =
            Pattern.compile(
                    "(?i)(?:ok(?:ay)?|yes|then|well|please|so|fine|no|and|but|good|right|i see|[,.;:!]|\\s)*"
                            + "(?:(?:can|could|would) you |let'?s |i(?:'d| would)? (?:want|like|need)(?: you)?(?: to)? )?(?:please )?"
                            + "(?:(?:add|include|put|take|bring|measure) (?:it|that|them|this|those)(?: in| to the list| on the list)?"
                            + "|have it in|put it in)(?: then| too| as well| please| also| in| now)*\\W*");

    private AskedAfter() {}

    /**
     * The one thing that the message before names, if that is a question.
     *
     * @param heard the conversation with the present message as its last
     */
    static Optional<Concept> thing(Conversation heard, Reader rules) {
        int before = heard.messages().size() - 2;
        if (before < 0) {
            return Optional.empty();
        }
        String text = heard.messages().get(before);
        List<Concept> named =
                Vocabulary.bundled().find(text).stream()
                        .map(m -> m.concept())
                        .distinct()
                        .filter(c -> heard.spec().condition().filter(c.id()::equals).isEmpty())
                        .toList();
        boolean question =
                rules.read(text, heard.spec(), heard.language()) instanceof Reading.Question;
        return question && named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /**
     * "leave it out" behind "how common is hypertension?" may mean the people who have it, or
     * nothing at all of the cohort: what to ask back; empty where it is clear.
     */
    static Optional<String> unsure(Conversation heard, String message, Reader rules) {
        return thing(heard, rules).flatMap(c -> unsure(c, heard, message));
    }

    private static Optional<String> unsure(Concept thing, Conversation heard, String message) {
        boolean people = thing.kind() != Concept.Kind.OBSERVATION;
        boolean asked =
                heard.spec().constraints().stream()
                        .anyMatch(c -> Edit.Forget.about(c).subject().equals(thing.id()));
        boolean points = message.matches("(?is).*\\b(?:it|that|this)\\b.*");
        boolean clear =
                message.matches(
                        "(?is).*\\b(?:exclu\\w*|without|nobody|no one|none|patients|people)\\b.*");
        return people && !asked && points && !clear
                ? Optional.of("what about " + thing.name() + ", in or out?")
                : Optional.empty();
    }

    /**
     * What leaving out asks: of what the question before was about, else of what was asked last.
     */
    static List<Edit> gone(Conversation heard, String message, Reader rules) {
        Optional<Concept> thing = thing(heard, rules);
        if (thing.isPresent()) {
            return edits("drop " + thing.get().name(), heard, rules);
        }
        boolean they = message.matches("(?is).*\\b(?:them|those|these|such|they)\\b.*");
        Optional<Criterion> people =
                they
                        ? new Earlier(heard, rules).asked(1).flatMap(AskedAfter::people)
                        : Optional.empty();
        return people.map(c -> List.of(without(c, heard)))
                .orElseGet(() -> LastChange.dropped(heard));
    }

    /** Who a question was about: "how many of them smoke?" */
    private static Optional<Criterion> people(Question asked) {
        if (asked instanceof Question.Share s && s.what().size() == 1) {
            return Optional.of(s.what().get(0));
        }
        return asked instanceof Question.Prevalence p
                ? Optional.of(new Criterion.HasCondition(p.condition(), Optional.empty()))
                : Optional.empty();
    }

    /** Nobody of these; where a share of them was asked, that is not asked any more. */
    private static Edit without(Criterion who, Conversation heard) {
        var none = new Constraint.Require(new Criterion.Not(who));
        Edit.Forget forget = Edit.Forget.about(none);
        boolean asked =
                heard.spec().constraints().stream()
                        .map(Edit.Forget::about)
                        .anyMatch(forget::equals);
        return asked ? forget : new Edit.AddConstraint(none);
    }

    /** "add it": what the question was about comes in. */
    static List<Edit> added(Conversation heard, String message, Reader rules) {
        return ADD.matcher(message.strip()).matches()
                ? thing(heard, rules)
                        .map(c -> edits("also add " + c.name(), heard, rules))
                        .orElse(List.of())
                : List.of();
    }

    private static List<Edit> edits(String words, Conversation heard, Reader rules) {
        return rules.read(words, heard.spec()) instanceof Reading.Understood u
                ? u.edits().stream().map(Reading.Quoted::edit).toList()
                : List.of();
    }
}
