package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.ChosenWords;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/** "undo only the last change to the drugs": one change is taken back, those behind it stay. */
final class UndoneAbout {
    private static final String UNDO =
            "(?i)(?:please |ok(?:ay)?,? |no,? |and |actually,? |just |only |can you |could you |let'?s )*"
                    + "(?:undo|revert|reverse|take back|roll back|cancel|withdraw|annul)(?: only| just)? ";
    private static final Pattern TO =
            Pattern.compile(
                    UNDO
                            + "(?:the |my |that |all )?(?:last |latest |previous |recent )?(?:changes?|edits?|adjustments?|updates?|steps?)"
                            + " (?:to|of|in|on|about|concerning|for|with|regarding|made to) (?:the |my |their )?(.{2,40}?)(?: only| please|[.!?]|\\s)*");
    private static final Pattern OF =
            Pattern.compile(
                    UNDO
                            + "(?:the |my |that )?(?:last |latest |previous |recent )?(.{2,40}?) (?:changes?|edits?|adjustments?|updates?)(?: only| please|[.!?]|\\s)*");

    private UndoneAbout() {}

    /**
     * Empty where the message is no such wish, or nothing about its subject was changed.
     *
     * @param heard the conversation with the message at its end
     */
    static List<Edit> of(Conversation heard, String message) {
        Matcher to = TO.matcher(message.strip());
        Matcher of = OF.matcher(message.strip());
        boolean any = to.matches() || of.matches();
        String about = !any ? "" : to.matches() ? to.group(1) : of.group(1);
        Set<String> subjects = about.isEmpty() ? Set.of() : ChosenWords.subjects(about);
        if (subjects.size() != 1) {
            return List.of();
        }
        return last(heard, subjects.iterator().next());
    }

    /** What takes the last change of this subject back; empty if there was none. */
    static List<Edit> last(Conversation heard, String subject) {
        Version v = heard.now();
        while (v.before().isPresent()) {
            Version old = heard.versions().get(v.before().getAsInt());
            List<Edit> edits = back(old.spec(), v.spec(), heard.spec(), subject);
            if (!edits.isEmpty()) {
                return edits;
            }
            v = old;
        }
        return List.of();
    }

    private static List<Edit> back(
            CohortSpec old, CohortSpec changed, CohortSpec now, String subject) {
        if (subject.equals(ChosenWords.COUNT)) {
            return old.count() == changed.count()
                    ? List.of()
                    : List.of(new Edit.SetCount(old.count()));
        }
        List<Edit> edits = new ArrayList<>();
        for (Constraint c : changed.constraints()) {
            if (about(c, subject) && !old.constraints().contains(c)) {
                edits.add(Edit.Forget.about(c));
            }
        }
        for (Constraint c : old.constraints()) {
            if (about(c, subject) && !changed.constraints().contains(c)) {
                edits.add(new Edit.AddConstraint(c));
            }
        }
        boolean main = !old.condition().equals(changed.condition());
        boolean condition =
                subject.equals(ChosenWords.CONDITION)
                        || changed.condition().filter(subject::equals).isPresent();
        if (main && condition && now.condition().equals(changed.condition())) {
            old.condition().ifPresent(c -> edits.add(new Edit.SetCondition(c)));
        }
        return edits;
    }

    static boolean about(Constraint c, String subject) {
        String about = Edit.Forget.about(c).subject();
        boolean drug =
                Catalogue.bundled()
                        .find(about)
                        .filter(
                                x ->
                                        x.kind() == Concept.Kind.INGREDIENT
                                                || x.kind() == Concept.Kind.DRUG_CLASS)
                        .isPresent();
        boolean condition =
                Catalogue.bundled()
                        .find(about)
                        .filter(x -> x.kind() == Concept.Kind.CONDITION)
                        .isPresent();
        return switch (subject) {
            case ChosenWords.DRUGS -> drug;
            case ChosenWords.CONDITION -> condition;
            case ChosenWords.LIMITS -> c instanceof Constraint.Require && !drug && !condition;
            default -> about.equals(subject);
        };
    }
}
