package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.code.OrderedProcedure;
import org.anamnesis.spec.ContactCount;
import org.anamnesis.spec.Phase;
import org.anamnesis.spec.Timeline;

/** How often what comes within a history, and in words. */
public final class Rhythms {
    private static final double MONTHS = 12;
    private static final double WEEKS = 52;

    private Rhythms() {}

    /** Of planned visits. */
    static Pace visits(Timeline asked) {
        return new Pace(parts(asked, Phase.VISITS), asked.visitsPerYear());
    }

    private static List<Pace.Part> parts(Timeline asked, String of) {
        return asked.phases(of).stream().map(p -> new Pace.Part(p.perYear(), p.years())).toList();
    }

    /** How many contacts of a kind each patient has. */
    static List<ContactBounds> contacts(Timeline asked) {
        return asked.contacts().stream()
                .map(
                        c ->
                                new ContactBounds(
                                        ContactBounds.Kind.valueOf(c.of().name()),
                                        c.least(),
                                        c.most(),
                                        c.yearly(),
                                        c.share(),
                                        c.mean()))
                .toList();
    }

    /** By observation or procedure that has a rhythm. */
    static Map<String, Pace> measured(Timeline asked) {
        Set<String> all = new LinkedHashSet<>(asked.measured().keySet());
        asked.phases().stream()
                .map(Phase::of)
                .filter(of -> !of.equals(Phase.VISITS))
                .forEach(all::add);
        Map<String, Pace> paces = new TreeMap<>();
        for (String of : all) {
            paces.put(of, new Pace(parts(asked, of), asked.measured().getOrDefault(of, 0.0)));
        }
        return paces;
    }

    /** "HbA1c 4 times a year in the first year, then twice a year", "4 visits a year". */
    public static String of(String what, List<Phase> first, double then) {
        List<String> parts = new ArrayList<>();
        for (Phase p : first) {
            String which = parts.isEmpty() ? " in the first " : " in the next ";
            parts.add(often(what, p.perYear(), parts.isEmpty()) + which + lasting(p.years()));
        }
        if (then > 0) {
            String after = parts.isEmpty() ? "" : "then ";
            parts.add(after + often(what, then, parts.isEmpty()));
        } else {
            parts.add(parts.isEmpty() ? name(what) + " as in practice" : "then as in practice");
        }
        return String.join(", ", parts);
    }

    private static String often(String what, double perYear, boolean first) {
        boolean visits = what.equals(Phase.VISITS);
        String name = visits || !first ? "" : name(what) + " ";
        if (perYear < 1) {
            return (visits ? "a visit" : name.strip())
                    + " every %s years".formatted(seldom(perYear));
        }
        if (visits) {
            return Shares.number(perYear) + (perYear == 1 ? " visit" : " visits") + " a year";
        }
        return name + (perYear == 1 ? "once" : Shares.number(perYear) + " times") + " a year";
    }

    private static String seldom(double perYear) {
        return Shares.number(Math.rint(100 / perYear) / 100);
    }

    private static String name(String what) {
        return OrderedProcedure.find(what).map(OrderedProcedure::name).orElse(Words.named(what));
    }

    private static String lasting(double years) {
        double months = years * MONTHS;
        boolean whole = Math.abs(years - Math.rint(years)) < 1e-6;
        if (whole) {
            return years == 1 ? "year" : Shares.number(years) + " years";
        }
        if (Math.abs(months - Math.rint(months)) < 1e-6) {
            return months == 1 ? "month" : Shares.number(Math.rint(months)) + " months";
        }
        double weeks = Math.rint(10 * years * WEEKS) / 10;
        return weeks == 1 ? "week" : Shares.number(weeks) + " weeks";
    }

    /**
     * "2 stays in hospital each", "at least 1 emergency visit each", "4 to 6 visits a year each",
     * "30 % with at least 1 stay in hospital", "1.5 emergency visits a year in the mean".
     */
    public static String of(ContactCount c) {
        if (c.mean().isPresent()) {
            String mean = Shares.number(c.mean().getAsDouble());
            return "%s %s%s in the mean"
                    .formatted(mean, c.of().label(), c.yearly() ? " a year" : "");
        }
        boolean open = c.most() == ContactCount.OPEN;
        String number =
                open
                        ? "at least " + c.least()
                        : c.least() == 0
                                ? "at most " + c.most()
                                : c.least() == c.most()
                                        ? String.valueOf(c.least())
                                        : c.least() + " to " + c.most();
        boolean one = number.equals("1") || number.endsWith(" 1");
        String label = c.of().label();
        String noun =
                one ? label.replaceFirst("^stays", "stay").replaceFirst("visits$", "visit") : label;
        if (c.share().isPresent()) {
            return "%s %% with %s %s"
                    .formatted(Shares.number(c.share().getAsDouble()), number, noun);
        }
        return String.format(
                Locale.ROOT, "%s %s%s each", number, noun, c.yearly() ? " a year" : "");
    }
}
