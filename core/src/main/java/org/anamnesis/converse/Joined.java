package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.BareAmount;
import org.anamnesis.interpret.Intent;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.TalkWords;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * Two wishes in one message, of which one points at what was asked before: "bring FVC back and
 * leave out the heart rate", "take it out again and PHQ-9 from 8", "bring it back, but as 100".
 * They are one step, so that one undoing takes both back.
 *
 * @param spec with both
 * @param understood words, each with what it came to
 */
record Joined(
        CohortSpec spec, List<String> understood, List<String> assumed, List<String> notUsed) {
    private static final int LONGEST = 140;

    /** A message without these points at nothing. */
    private static final Pattern POINTS =
            Pattern.compile(
                    "(?is).*\\b(?:back|again|before|previously|undo|revert|reinstate|restore|readd|away|out|keep)\\b.*");

    private static final Pattern JOINT =
            Pattern.compile(
                    "(?i)\\s*[,;.]\\s+(?:and\\s+|but\\s+|also\\s+|then\\s+|now\\s+)*"
                            + "|\\s+(?:and|but|plus)\\s+(?:also\\s+|then\\s+|now\\s+)*");

    /** "as 100", of what came back. */
    private static final Pattern AS =
            Pattern.compile("(?i)(?:(?:as|at|with|to|from|this time|make it)\\s+)*(?=\\S*[0-9])");

    Joined {
        understood = List.copyOf(understood);
        assumed = List.copyOf(assumed);
        notUsed = List.copyOf(notUsed);
    }

    /**
     * Empty unless both parts are understood whole, each by itself.
     *
     * @param turn what a message comes to after a conversation
     * @param valued whether the second is to be a number for the first
     */
    static Optional<Joined> of(
            Conversation before,
            String message,
            Reader rules,
            BiFunction<Conversation, String, Step> turn,
            boolean valued) {
        boolean nothing = before.spec().equals(CohortSpec.DEFAULT);
        if (nothing || message.length() > LONGEST || !POINTS.matcher(message).matches()) {
            return Optional.empty();
        }
        Matcher joint = JOINT.matcher(message);
        while (joint.find()) {
            String first = behindLead(message.substring(0, joint.start()));
            String rest = message.substring(joint.end()).strip();
            boolean number =
                    BareAmount.of(AS.matcher(rest).replaceFirst(""), before.language()).isPresent();
            Optional<Joined> both =
                    number || !valued
                            ? both(before, first, rest, rules, turn, valued)
                            : Optional.empty();
            if (both.isPresent()) {
                return both;
            }
        }
        return Optional.empty();
    }

    /** "sorry, I meant the other one: keep the DAS28 limit" keeps the limit. */
    private static String behindLead(String part) {
        int colon = part.lastIndexOf(": ");
        return (colon < 0 ? part : part.substring(colon + 2)).strip();
    }

    /** One step to both. */
    Step done(Changes changes, Conversation heard, String message) {
        return changes.step(heard, message, spec, understood, assumed, notUsed, Optional.empty());
    }

    private static Optional<Joined> both(
            Conversation before,
            String first,
            String rest,
            Reader rules,
            BiFunction<Conversation, String, Step> turn,
            boolean number) {
        boolean back = steps(before, first) || pointing(before, first, rules);
        boolean plain = !number && whole(before, rest, rules);
        boolean turned = !back && whole(before, first, rules) && pointing(before, rest, rules);
        if (!(back && (number || plain)) && !turned) {
            return Optional.empty();
        }
        Step one = turn.apply(before, first);
        if (one.turn().kind() != Turn.Kind.CHANGED) {
            return Optional.empty();
        }
        return number
                ? valued(before, one, rest, rules)
                : Optional.of(turn.apply(one.after(), rest))
                        .filter(two -> two.turn().kind() == Turn.Kind.CHANGED)
                        .filter(two -> !two.after().spec().equals(before.spec()))
                        .map(two -> of(one.turn(), two.turn(), two.after().spec()));
    }

    private static Joined of(Turn one, Turn two, CohortSpec spec) {
        return new Joined(
                spec,
                together(words(one), words(two)),
                together(one.assumed(), two.assumed()),
                together(one.notUsed(), two.notUsed()));
    }

    /** What was understood, or of a step back what it says of itself. */
    private static List<String> words(Turn turn) {
        return turn.reading().isEmpty()
                ? List.of("\"%s\" done".formatted(turn.message()))
                : turn.reading();
    }

    private static List<String> together(List<String> one, List<String> two) {
        List<String> all = new ArrayList<>(one);
        two.stream().filter(t -> !one.contains(t)).forEach(all::add);
        return all;
    }

    /** The number is of the one wish that came back. */
    private static Optional<Joined> valued(
            Conversation before, Step one, String rest, Reader rules) {
        CohortSpec now = one.after().spec();
        List<Constraint> come = new ArrayList<>(now.constraints());
        come.removeAll(before.spec().constraints());
        if (come.isEmpty()) {
            return overwritten(before, one, rest);
        }
        if (come.size() != 1) {
            return Optional.empty();
        }
        List<Constraint> ordered = new ArrayList<>(now.constraints());
        ordered.removeAll(come);
        ordered.addAll(come);
        String value = AS.matcher(rest).replaceFirst("");
        CohortSpec last = now.withConstraints(ordered);
        String subject = Edit.Forget.about(come.get(0)).subject();
        return rules.read(value, last, before.language()) instanceof Reading.Understood u
                        && !u.edits().isEmpty()
                        && u.questions().isEmpty()
                        && u.edits().stream().allMatch(q -> about(q.edit(), subject))
                ? Optional.of(
                        new Joined(
                                Amendment.of(
                                        last,
                                        u.edits().stream().map(Reading.Quoted::edit).toList()),
                                Understood.quoted(u.edits()),
                                u.assumptions(),
                                u.ignored()))
                : Optional.empty();
    }

    /** The number is of the one change of values that came back. */
    private static Optional<Joined> overwritten(Conversation before, Step one, String rest) {
        List<Overwrite> come = new ArrayList<>(one.after().spec().beyond().overwrites());
        come.removeAll(before.spec().beyond().overwrites());
        Optional<BareAmount> amount =
                BareAmount.of(AS.matcher(rest).replaceFirst(""), before.language());
        if (come.size() != 1 || amount.isEmpty()) {
            return Optional.empty();
        }
        double value = amount.get().value();
        boolean share = value >= 0 && value <= 100;
        Optional<Overwrite> changed =
                come.get(0) instanceof Overwrite.Missing m && share
                        ? Optional.of(new Overwrite.Missing(m.observation(), value, m.more()))
                        : come.get(0) instanceof Overwrite.Outliers o && share
                                ? Optional.of(new Overwrite.Outliers(o.observation(), value))
                                : Optional.empty();
        return changed.map(
                o -> {
                    Edit edit = new Edit.AddOverwrite(o);
                    CohortSpec spec = Amendment.of(one.after().spec(), List.of(edit));
                    return new Joined(spec, List.of(Understood.words(edit)), List.of(), List.of());
                });
    }

    private static boolean about(Edit edit, String subject) {
        return edit instanceof Edit.AddConstraint a
                && Edit.Forget.about(a.constraint()).subject().equals(subject);
    }

    /** A step back alone; behind a wish it would take back that. */
    private static boolean steps(Conversation before, String part) {
        return POINTS.matcher(part).matches()
                && TalkWords.read(part, Set.of(), before.language())
                        .filter(
                                i ->
                                        i instanceof Intent.DropLast
                                                || i instanceof Intent.PutBack
                                                || i instanceof Intent.Redo
                                                || i instanceof Intent.Undo)
                        .isPresent();
    }

    private static boolean pointing(Conversation before, String part, Reader rules) {
        boolean talk = TalkWords.read(part, Set.of(), before.language()).isPresent();
        return POINTS.matcher(part).matches()
                && !talk
                && (!new Earlier(before.heard(part), rules).meant(part).isEmpty()
                        || again(before, part, rules));
    }

    /** "bring FVC back" is read by the rules alone. */
    private static boolean again(Conversation before, String part, Reader rules) {
        return part.matches("(?is).*\\b(?:back|again|as before)\\b.*")
                && whole(before, part, rules);
    }

    /** Understood by the rules, with nothing left over and nothing to ask. */
    private static boolean whole(Conversation before, String part, Reader rules) {
        return TalkWords.read(part, Set.of(), before.language()).isEmpty()
                && rules.read(part, before.spec(), before.language())
                        instanceof Reading.Understood u
                && !u.edits().isEmpty()
                && u.ignored().isEmpty()
                && u.questions().isEmpty();
    }
}
