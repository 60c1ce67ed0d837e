package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;

/** "no, half that" and "5 more", of a share or mean that was asked just now. */
final class LastNumber {
    private static final Pattern TIMES =
            Pattern.compile(
                    "(?i)(?:no|oh|sorry|actually|rather|make (?:it|that)|better|hm+|well|ok(?:ay)?|wait|only|just|[,.;:!—-]|\\s)*"
                            + "(half|twice|double|a third|a quarter|a tenth)(?: of)? (?:that|this|it)(?: please| then| instead| share| percentage|[.!]|\\s)*");

    private static final Pattern MORE =
            Pattern.compile(
                    "(?i)(?:no|oh|sorry|actually|make (?:it|that)|ok(?:ay)?|and|now|add|another(?= [0-9]+ more)|[,.;:!—-]|\\s)*([0-9]+(?:\\.[0-9]+)?)"
                            + " (more|less|fewer)(?: please| then| instead|[.!]|\\s)*");

    private static final Pattern ANOTHER =
            Pattern.compile(
                    "(?i)(?:and|now|add|yet|[,.;:!—-]|\\s)*another ([0-9]+)(?: more| please|[.!]|\\s)*");

    private static final Pattern SHARE =
            Pattern.compile(
                    "(?i)(?:no|oh|sorry|actually|rather|make (?:it|that)|better|hm+|well|ok(?:ay)?|wait|only|just|[,.;:!—-]|\\s)*"
                            + "([0-9]+(?:\\.[0-9]+)?) ?(?:%|percent)(?: please| then| instead| rather|[.!]|\\s)*");

    /** A mean is moved by no larger part of it. */
    private static final double SMALL = 0.3;

    /** Nobody adds a smaller part of the patients. */
    private static final double FEW = 20;

    private LastNumber() {}

    /**
     * Empty unless the last change asked one share or mean.
     *
     * @param heard the conversation with the message at its end
     */
    static List<Edit> of(Conversation heard, String message) {
        if (heard.now().before().isEmpty()) {
            return List.of();
        }
        Matcher more = MORE.matcher(message.strip());
        if (more.matches()) {
            return moved(heard, more);
        }
        Matcher another = ANOTHER.matcher(message.strip());
        if (another.matches()) {
            return observations(heard, Double.parseDouble(another.group(1))).stream().toList();
        }
        Matcher share = SHARE.matcher(message.strip());
        if (share.matches()) {
            return shared(heard, Double.parseDouble(share.group(1))).stream().toList();
        }
        Matcher times = TIMES.matcher(message.strip());
        if (!times.matches()) {
            return List.of();
        }
        CohortSpec past = past(heard);
        List<Constraint> come = come(heard);
        boolean people = come.isEmpty() && past.count() != heard.spec().count();
        boolean only = come.size() == 1 && past.count() == heard.spec().count();
        if (!only && !people) {
            return List.of();
        }
        double factor =
                switch (times.group(1).toLowerCase(Locale.ROOT)) {
                    case "half" -> 0.5;
                    case "a third" -> 1.0 / 3;
                    case "a quarter" -> 0.25;
                    case "a tenth" -> 0.1;
                    default -> 2;
                };
        if (people) {
            long count = Math.round(heard.spec().count() * factor);
            return count > 0 ? List.of(new Edit.SetCount(count)) : List.of();
        }
        if (come.get(0) instanceof Constraint.Share s && s.percent() * factor <= 100) {
            return List.of(
                    new Edit.AddConstraint(
                            new Constraint.Share(s.criterion(), s.percent() * factor)));
        }
        if (come.get(0) instanceof Constraint.Mean m) {
            return List.of(
                    new Edit.AddConstraint(
                            new Constraint.Mean(m.observation(), m.value() * factor)));
        }
        return List.of();
    }

    /** "5 more" behind another number of observations, which alone was changed. */
    private static Optional<Edit> observations(Conversation heard, double by) {
        ObservationChoice old = heard.spec().observations();
        double now = old.count() + by;
        boolean alone =
                past(heard).observations().count() != old.count()
                        && past(heard).withObservations(old).equals(heard.spec());
        return alone && by == Math.rint(by) && now >= 1
                ? Optional.of(
                        new Edit.SetObservations(
                                new ObservationChoice((int) now, old.named(), old.dropped())))
                : Optional.empty();
    }

    /** "make that 75 %", where beside the one share what was asked is of everyone or nobody. */
    private static Optional<Edit> shared(Conversation heard, double percent) {
        List<Constraint> come = come(heard);
        List<Constraint.Share> shares = new ArrayList<>();
        come.forEach(c -> shares.addAll(c instanceof Constraint.Share s ? List.of(s) : List.of()));
        boolean one =
                shares.size() == 1
                        && come.size() > 1
                        && !(come.get(come.size() - 1) instanceof Constraint.Share)
                        && come.stream()
                                .allMatch(
                                        c ->
                                                c instanceof Constraint.Share
                                                        || c instanceof Constraint.Require);
        return one && percent <= 100
                ? Optional.of(
                        new Edit.AddConstraint(
                                new Constraint.Share(shares.get(0).criterion(), percent)))
                : Optional.empty();
    }

    private static CohortSpec past(Conversation heard) {
        return heard.versions().get(heard.now().before().getAsInt()).spec();
    }

    /** What the last change asked. */
    private static List<Constraint> come(Conversation heard) {
        List<Constraint> come = new ArrayList<>(heard.spec().constraints());
        come.removeAll(past(heard).constraints());
        return come;
    }

    /** "5 more": of the mean that was asked just now, unless so many patients may be meant. */
    private static List<Edit> moved(Conversation heard, Matcher more) {
        List<Constraint> come = come(heard);
        double by = Double.parseDouble(more.group(1));
        boolean up = more.group(2).equalsIgnoreCase("more");
        Optional<Edit> observations = observations(heard, up ? by : -by);
        if (observations.isPresent()) {
            return List.of(observations.get());
        }
        boolean people =
                past(heard).count() != heard.spec().count() && by * FEW > heard.spec().count();
        if (people
                || come.isEmpty()
                || !(come.get(come.size() - 1) instanceof Constraint.Mean m)
                || by > SMALL * Math.abs(m.value())) {
            return List.of();
        }
        double now = m.value() + (up ? by : -by);
        return List.of(
                new Edit.AddConstraint(
                        new Constraint.Mean(m.observation(), Math.rint(now * 1e6) / 1e6)));
    }
}
