package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.ChosenWords;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * "undo the age but keep the women": what one subject came to is taken back, what is named beside
 * it stays, and what else is said is done.
 */
final class PartlyUndone {
    private static final int LONGEST = 140;
    private static final String LEAD =
            "(?i)(?:please|ok(?:ay)?|no|nope|and|but|yet|actually|just|only|so|then|now|hm+|wait|well|sorry|oh|can you|could you"
                    + "|would you|let'?s|i(?:'d| would) like to|i want to|you can|you may|of course|still|,|\\s)*";
    private static final String OWN = "(?:(?:the|my|that|those|our|all|only|just|about)\\s+)*";
    private static final Pattern JOINT =
            Pattern.compile(
                    "(?i)\\s*(?:[,;.:—]|\\s-\\s|\\b(?:but|though|although|while|whereas|however|yet)\\b|\\band\\b"
                            + "(?=\\s+(?:please |only |just |do )*(?:keep|leave|retain|undo|revert|reverse|take back|let)\\b))+\\s*");
    private static final Pattern UNDO =
            Pattern.compile(LEAD + "(?:undo|revert|take back|roll back|rollback)\\s+(.{2,50})");
    private static final Pattern BACK =
            Pattern.compile(LEAD + "(?:take|roll|turn|pull)\\s+(.{2,50}?)\\s+back(?:\\s+again)?");
    private static final Pattern DROP =
            Pattern.compile(
                    LEAD
                            + "(?:drop|remove|cancel|reverse|withdraw|annul|retract|rescind|forget(?: about)?|lose|lift|scrap|delete|ditch|discard|get rid of|skip|waive|leave out|omit)\\s+(.{2,50})");
    private static final String STAYS =
            "(?:stays?|remains?|(?:is|are|be) (?:kept|fine|ok|okay|good|right|to stay|to remain|left)|is|are|stay(?:s|ing)? in)";
    private static final Pattern KEEP =
            Pattern.compile(
                    LEAD
                            + "(?:(?:do )?(?:keep|leave|retain|preserve|hold on to|let)(?!\\s+out\\b)|not|don'?t (?:touch|change|undo|drop|lose|remove)"
                            + "|do not (?:touch|change|undo|drop|lose|remove)|without (?:touching|changing|losing|dropping|undoing|affecting))\\s+(.{2,50}?)"
                            + "(?:\\s+(?:as is|as it is|as they are|as it was|as they were|in|there|in place|alone|untouched|unchanged|stay|be|on|intact|please|of course|though))*");
    private static final Pattern STAY =
            Pattern.compile(
                    LEAD
                            + "(.{2,50}?)\\s+(?:(?:can|should|must|may|shall|will|ought to|has to|have to|still|of course)\\s+)*"
                            + STAYS
                            + "(?:\\s+(?:as is|as it is|as they are|in|there|in place|put|untouched|unchanged|please|of course|though|the same))*");
    private static final Pattern REST =
            Pattern.compile(
                    "(?i)(?:(?:the|all|all the|everything|all of the)\\s+)*(?:rest|else|others?(?: \\p{L}+)?|remaining \\p{L}+|everything)");
    private static final Pattern THING =
            Pattern.compile(
                    "(?i)"
                            + OWN
                            + "(?:last |latest |previous |recent )?(.{2,40}?)(?:[- ](?:changes?|edits?|limits?|ranges?|restrictions?|shares?|part|bit|thing|filter"
                            + "|criterion|condition|requirement|target|rule|one|band|wish|request|step|only|again|please|too))*");

    private static final Pattern OTHER =
            Pattern.compile("(?i)[0-9]|\\b(?:to|from|what|how|which|everything|all)\\b");

    private final Conversation heard;
    private final Set<String> undone = new LinkedHashSet<>();
    private final Set<String> dropped = new LinkedHashSet<>();
    private final Set<String> kept = new LinkedHashSet<>();
    private final List<String> rest = new ArrayList<>();
    private boolean keeps;

    private PartlyUndone(Conversation heard) {
        this.heard = heard;
    }

    /**
     * Empty where the message is no such wish, or nothing of it was changed before.
     *
     * @param heard the conversation with the message at its end
     */
    static List<Edit> of(Conversation heard, String message, Reader reader) {
        return read(heard, message).map(p -> p.edits(reader)).orElse(List.of());
    }

    /** Told where something shall be taken back that was never asked. */
    static Optional<Problem> nothing(Conversation heard, String message) {
        return read(heard, message)
                .filter(p -> !p.undone.isEmpty() && p.rest.isEmpty())
                .map(
                        p ->
                                new Problem(
                                        "talk.before.unknown",
                                        message.strip(),
                                        "nothing was asked in these words",
                                        "\"undo\", or \"undo the last two\""));
    }

    private static Optional<PartlyUndone> read(Conversation heard, String message) {
        if (message.length() > LONGEST || heard.now().before().isEmpty()) {
            return Optional.empty();
        }
        var wish = new PartlyUndone(heard);
        for (String clause : JOINT.split(message.strip().replaceAll("[.!\\s]+$", ""))) {
            if (!clause.isBlank()) {
                wish.clause(clause.strip());
            }
        }
        boolean whole = !wish.undone.isEmpty() || (!wish.dropped.isEmpty() && wish.keeps);
        boolean both =
                wish.kept.stream()
                        .anyMatch(k -> wish.undone.contains(k) || wish.dropped.contains(k));
        return whole && !both ? Optional.of(wish) : Optional.empty();
    }

    private void clause(String clause) {
        Matcher undo = UNDO.matcher(clause);
        Matcher back = BACK.matcher(clause);
        Matcher drop = DROP.matcher(clause);
        Matcher keep = KEEP.matcher(clause);
        Matcher stay = STAY.matcher(clause);
        if (undo.matches() && subjects(undo.group(1), undone)) {
            return;
        }
        if (back.matches() && subjects(back.group(1), undone)) {
            return;
        }
        if (drop.matches() && subjects(drop.group(1), dropped)) {
            return;
        }
        boolean stays =
                (keep.matches() && kept(keep.group(1))) || (stay.matches() && kept(stay.group(1)));
        keeps |= stays;
        if (!stays) {
            rest.add(clause);
        }
    }

    private boolean kept(String what) {
        if (REST.matcher(what.strip()).matches()) {
            return true;
        }
        Set<String> named = ChosenWords.subjects(what);
        boolean there = !named.isEmpty() && named.stream().allMatch(this::asked);
        if (there) {
            kept.addAll(named);
        }
        return there;
    }

    /** Whether it names some subjects and says nothing else. */
    private static boolean subjects(String what, Set<String> into) {
        Matcher thing = THING.matcher(what.strip());
        boolean more = OTHER.matcher(what).find();
        if (more || !thing.matches() || thing.group(1).strip().split("\\s+").length > 5) {
            return false;
        }
        Set<String> named = ChosenWords.subjects(thing.group(1));
        boolean plain =
                !named.isEmpty()
                        && named.size() < 4
                        && !named.contains(ChosenWords.LIMITS)
                        && !named.contains(ChosenWords.DRUGS);
        if (plain) {
            into.addAll(named);
        }
        return plain;
    }

    private boolean asked(String subject) {
        CohortSpec spec = heard.spec();
        return spec.condition().filter(subject::equals).isPresent()
                || subject.equals(ChosenWords.COUNT)
                || subject.equals(ChosenWords.CONDITION)
                || spec.constraints().stream().anyMatch(c -> UndoneAbout.about(c, subject));
    }

    private List<Edit> edits(Reader reader) {
        List<Edit> all = new ArrayList<>();
        for (String subject : undone) {
            List<Edit> back = UndoneAbout.last(heard, subject);
            Edit forget = new Edit.Forget(subject);
            if (back.isEmpty() && forget.apply(heard.spec()).equals(heard.spec())) {
                return List.of();
            }
            all.addAll(back.isEmpty() ? List.of(forget) : back);
        }
        for (String subject : dropped) {
            List<Edit> gone = new ArrayList<>();
            for (Constraint c : heard.spec().constraints()) {
                if (UndoneAbout.about(c, subject)) {
                    gone.add(Edit.Forget.about(c));
                }
            }
            if (gone.isEmpty()) {
                return List.of();
            }
            all.addAll(gone);
        }
        if (rest.isEmpty()) {
            return all;
        }
        boolean more =
                reader.read(String.join(", ", rest), heard.spec(), heard.language())
                                instanceof Reading.Understood u
                        && u.ignored().isEmpty()
                        && u.questions().isEmpty()
                        && !u.edits().isEmpty()
                        && u.edits().stream().map(Reading.Quoted::edit).allMatch(all::add);
        return more ? List.copyOf(all) : List.of();
    }
}
