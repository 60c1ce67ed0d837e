package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * "not that one, the other": the last change was meant of the other one of two. "no, both": of
 * both.
 */
final class OtherOne {
    private static final String LEAD =
            "(?i)(?:no|nope|oh|ah|oops|sorry|wait|actually|hm+|hold on|stop|wrong(?: one)?|my (?:mistake|bad)|i mean|i meant"
                    + "|i (?:want|wanted)|not (?:that|this|it)(?: one)?|rather|but|and|it was|make (?:it|that)|take|of course|[,.;:!—-]|\\s)*";
    private static final String TAIL =
            "(?: please| of the two| instead| of course| i mean| i meant| one| was meant| of them| of those| then| rather|[.!]|\\s)*";
    private static final Pattern OTHER = Pattern.compile(LEAD + "(?:the )?other(?: one)?" + TAIL);
    private static final Pattern BOTH = Pattern.compile(LEAD + "both" + TAIL);

    private OtherOne() {}

    /**
     * Empty where the message is no such wish, or there was no choice of two.
     *
     * @param heard the conversation with the message at its end
     */
    static List<Edit> of(Conversation heard, String message) {
        boolean other = OTHER.matcher(message.strip()).matches();
        boolean both = BOTH.matcher(message.strip()).matches();
        if (!(other || both)
                || heard.now().before().isEmpty()
                || heard.now().undone().isPresent()) {
            return List.of();
        }
        CohortSpec past = heard.versions().get(heard.now().before().getAsInt()).spec();
        List<Constraint> gone = new ArrayList<>(past.constraints());
        gone.removeAll(heard.spec().constraints());
        List<Constraint> come = new ArrayList<>(heard.spec().constraints());
        come.removeAll(past.constraints());
        if (gone.size() != 1 || come.size() > 1) {
            return List.of();
        }
        boolean again = OTHER.matcher(heard.now().message().strip()).matches();
        if (both && again && come.size() == 1 && kind(come.get(0)).equals(kind(gone.get(0)))) {
            return List.of(Edit.Forget.about(come.get(0))); // this one, the other, no, both
        }
        Constraint first = gone.get(0);
        Optional<Constraint> second = only(heard.spec(), first, come);
        if (second.isEmpty()) {
            return List.of();
        }
        List<Edit> all = new ArrayList<>();
        if (come.isEmpty()) {
            all.add(Edit.Forget.about(second.get()));
        } else {
            Optional<Constraint> moved = moved(first, come.get(0), second.get());
            if (moved.isEmpty()) {
                return List.of();
            }
            all.add(new Edit.AddConstraint(moved.get()));
        }
        if (other) {
            all.add(new Edit.AddConstraint(first));
        }
        return all;
    }

    /** The one other wish that is of the same kind. */
    private static Optional<Constraint> only(
            CohortSpec now, Constraint first, List<Constraint> come) {
        List<Constraint> alike =
                now.constraints().stream()
                        .filter(c -> !come.contains(c) && kind(c).equals(kind(first)))
                        .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** What is asked and in which form; of shares it does not matter of whom. */
    private static String kind(Constraint c) {
        if (c instanceof Constraint.Require r) {
            return "require " + r.criterion().getClass().getSimpleName();
        }
        return c.getClass().getSimpleName();
    }

    /** The new share of the first, asked of the second. */
    private static Optional<Constraint> moved(
            Constraint before, Constraint after, Constraint second) {
        boolean same =
                before instanceof Constraint.Share b
                        && after instanceof Constraint.Share a
                        && b.criterion().equals(a.criterion());
        if (!same || !(second instanceof Constraint.Share s)) {
            return Optional.empty();
        }
        Criterion of = s.criterion();
        return Optional.of(new Constraint.Share(of, ((Constraint.Share) after).percent()));
    }
}
