package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.code.OrderedProcedure;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.ContactCount;
import org.anamnesis.spec.Phase;
import org.anamnesis.spec.Timeline;

/** What is said of the rhythms and numbers of contacts that were asked, or why they cannot be. */
final class AskedRhythms {
    /** So many visits of one patient fit into the memory of a block. */
    private static final int LARGEST = 250;

    /** Days that a contact takes: a stay of one, and one on either side. */
    private static final double STAY = 3;

    private static final double DAYS_PER_YEAR = 365.25;

    /** Contacts that were counted may take this part of the days at most. */
    private static final double FILLED = 0.3;

    private AskedRhythms() {}

    /**
     * The first thing that cannot be made.
     *
     * @param condition that everyone has, if one was asked
     * @param longest years that the history of one patient lasts at most
     */
    static Optional<Problem> problem(Timeline asked, Optional<String> condition, double longest) {
        double most =
                Rhythms.measured(asked).values().stream()
                        .mapToDouble(p -> p.total(longest))
                        .reduce(Rhythms.visits(asked).total(longest), Math::max);
        double counted = asked.contacts().stream().mapToDouble(c -> number(c, longest)).sum();
        if (most + counted > LARGEST) {
            return problem(
                    "plan.history.visits",
                    asked,
                    "%s visits a patient are more than the %d that a history holds"
                            .formatted(Shares.number(Math.rint(most + counted)), LARGEST),
                    "ask for at most %s visits a year over %s, or for a shorter span"
                            .formatted(
                                    Shares.number(Math.floor(LARGEST / longest)),
                                    Histories.words(longest)));
        }
        for (ContactCount c : asked.contacts()) {
            Optional<Problem> one =
                    everyone(asked, c, condition).or(() -> problem(asked, c, longest));
            if (one.isPresent()) {
                return one;
            }
        }
        return Optional.empty();
    }

    /** The index visit counts, and with some conditions it is a stay or an emergency visit. */
    private static Optional<Problem> everyone(
            Timeline asked, ContactCount c, Optional<String> condition) {
        boolean stay = c.of() == ContactCount.Kind.HOSPITAL;
        String with = stay ? "sepsis" : "pneumonia-covid-19";
        boolean all = condition.filter(with::equals).isPresent();
        boolean fewer = c.share().isPresent() || c.mean().orElse(1) < 1;
        return all && fewer
                ? problem(
                        "plan.contacts.index",
                        asked,
                        "with this condition the index visit is %s, which everyone has"
                                .formatted(stay ? "a stay in hospital" : "an emergency visit"),
                        "at least 1 %s each".formatted(stay ? "hospital stay" : "emergency visit"))
                : Optional.empty();
    }

    private static Optional<Problem> problem(Timeline asked, ContactCount c, double longest) {
        boolean visits = c.of() == ContactCount.Kind.VISITS;
        if (visits && Rhythms.visits(asked).most() > 0) {
            return problem(
                    "plan.contacts.rhythm",
                    asked,
                    "how many visits each has and how often they come are one and the same",
                    "one of the two: " + Rhythms.of(c) + ", or quarterly visits");
        }
        boolean none =
                asked.without().stream().anyMatch(a -> a.id().equals(c.of().id()))
                        && (c.least() > 0 || c.mean().isPresent());
        if (none) {
            return problem(
                    "plan.contacts.absent",
                    asked,
                    "%s cannot be there and be left out".formatted(c.of().label()),
                    "one of the two: %s, or no %s".formatted(Rhythms.of(c), c.of().label()));
        }
        if (asked.start() instanceof Timeline.Diagnosis) {
            return problem(
                    "plan.contacts.span",
                    asked,
                    "histories since the diagnosis are of all lengths, some too short for %s"
                            .formatted(Rhythms.of(c)),
                    "over 5 years, " + Rhythms.of(c));
        }
        double days = number(c, longest) * (c.of() == ContactCount.Kind.HOSPITAL ? STAY : 1);
        if (days > FILLED * longest * DAYS_PER_YEAR) {
            int fit = (int) (FILLED * longest * DAYS_PER_YEAR * c.mean().orElse(c.least()) / days);
            return problem(
                    "plan.contacts.many",
                    asked,
                    "%s do not find room in %s".formatted(Rhythms.of(c), Histories.words(longest)),
                    fit < 1
                            ? "a longer history"
                            : "at most %d, or a longer history".formatted(fit));
        }
        return Optional.empty();
    }

    private static double number(ContactCount c, double years) {
        double least = c.mean().orElse(c.least());
        return least * (c.yearly() ? years : 1);
    }

    private static Optional<Problem> problem(
            String code, Timeline asked, String message, String suggestion) {
        return Optional.of(new Problem(code, Words.of(asked), message, suggestion));
    }

    /** A sentence for each thing. */
    static List<String> said(Timeline asked, double longest) {
        List<String> all = new ArrayList<>();
        Pace visits = Rhythms.visits(asked);
        boolean counted =
                asked.contacts().stream().anyMatch(c -> c.of() == ContactCount.Kind.VISITS);
        if (visits.most() > 0) {
            all.add(
                    "%s as asked%s"
                            .formatted(
                                    visits.parts().isEmpty()
                                            ? Shares.number(visits.then())
                                                    + " planned visits a year"
                                            : words(Phase.VISITS, asked),
                                    asked.without().isEmpty()
                                            ? "; emergency visits and hospital stays come on top"
                                            : ""));
        } else if (!counted) {
            all.add("no rhythm was given: visits as often as in US practice");
        }
        Map<String, Pace> measured = Rhythms.measured(asked);
        if (!measured.isEmpty()) {
            all.add(
                    "%s as asked, with what is ordered together, at planned visits, and at visits made for it where none is near; in hospital values are measured on top"
                            .formatted(
                                    measured.keySet().stream()
                                            .map(of -> words(of, asked))
                                            .collect(Collectors.joining(", "))));
        }
        measured.keySet().stream()
                .map(OrderedProcedure::find)
                .flatMap(Optional::stream)
                .forEach(p -> all.add(procedure(p)));
        for (ContactCount c : asked.contacts()) {
            if (c.share().isPresent()) {
                all.add(
                        "%s as asked; the others have %s, and who has them is chosen by chance, not by how ill somebody is"
                                .formatted(Rhythms.of(c), c.least() > 1 ? "fewer" : "none"));
                continue;
            }
            if (c.mean().isPresent()) {
                all.add(
                        "%s as asked, spread as chance spreads them (Poisson), and nobody has more for being more ill"
                                .formatted(Rhythms.of(c)));
                continue;
            }
            all.add(
                    "%s as asked, the index visit counted; within these bounds as many as practice has at that age%s"
                            .formatted(
                                    Rhythms.of(c),
                                    c.of() == ContactCount.Kind.VISITS
                                            ? "; emergency visits and hospital stays come on top, and what is measured in a rhythm makes no further visits"
                                            : "; who the patients are is not chosen by it"));
        }
        asked.phases().stream()
                .collect(Collectors.groupingBy(Phase::of, Collectors.summingDouble(Phase::years)))
                .values()
                .stream()
                .filter(lasts -> lasts >= longest)
                .findFirst()
                .ifPresent(
                        lasts ->
                                all.add(
                                        "the first parts of the rhythm last as long as the history, %s; what comes after them is not in it"
                                                .formatted(Histories.words(longest))));
        return all;
    }

    private static String procedure(OrderedProcedure p) {
        String whom = p.sex().map(s -> s.equals("female") ? "women" : "men").orElse("everyone");
        return "%s is done of %s in the rhythm that was asked, as long as it was asked, whatever guidelines and practice have"
                .formatted(p.name(), whom);
    }

    private static String words(String of, Timeline asked) {
        double then =
                of.equals(Phase.VISITS)
                        ? asked.visitsPerYear()
                        : asked.measured().getOrDefault(of, 0.0);
        return Rhythms.of(of, asked.phases(of), then);
    }
}
