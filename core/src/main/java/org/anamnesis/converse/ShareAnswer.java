package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.interpret.Question;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Criterion;

/** Shares of a group, and how common a condition is: the share of everyone that has it. */
final class ShareAnswer {
    private final ReferencePopulation adults;
    private final PublishedShares shares;
    private final Citations citations;

    ShareAnswer(Evidence evidence, ReferencePopulation adults) {
        this.adults = adults;
        this.shares = new PublishedShares(evidence);
        this.citations = new Citations(evidence);
    }

    Answer prevalence(Question.Prevalence q) {
        Criterion has = new Criterion.HasCondition(q.condition(), Optional.empty());
        return answer("prevalence", List.of(has), Optional.empty(), q.filters());
    }

    Answer share(Question.Share q) {
        return answer("share", q.what(), q.condition(), q.filters());
    }

    private Answer answer(
            String kind,
            List<Criterion> what,
            Optional<String> condition,
            List<Criterion> filters) {
        var counted = new Counted(adults, condition, filters);
        Optional<Double> here = counted.share(what);
        List<Fact> known =
                what.size() == 1 ? shares.of(condition, filters, what.get(0)) : List.of();
        Optional<Fact> fact =
                known.stream()
                        .filter(f -> f.confidence() != Confidence.RECALLED || here.isEmpty())
                        .findFirst();
        if (fact.isEmpty() && here.isEmpty()) {
            throw new RequestException(counted.problems());
        }
        String group = GroupName.of(condition, filters);
        double figure = fact.map(Fact::value).orElseGet(here::get);
        Standing standing =
                fact.map(f -> standing(f, what.get(0)))
                        .orElseGet(() -> citations.of(counted, group));
        var answer = new FigureAnswer(kind, figure, "%", standing);
        fact.ifPresent(answer::limits);
        known.stream()
                .filter(f -> fact.isPresent() && !f.equals(fact.get()))
                .filter(f -> f.confidence() != Confidence.RECALLED)
                .limit(3)
                .forEach(f -> other(answer, f, what.get(0)));
        here.ifPresent(
                h -> {
                    if (fact.isPresent()) {
                        answer.census(counted, h, "%", millions(h, counted));
                        answer.people(counted.residents() / 1e6, h);
                    } else {
                        answer.line("about " + millions(h, counted).substring(2));
                    }
                });
        String words = what.stream().map(GroupName::criterion).collect(Collectors.joining(" and "));
        return answer.said(
                "%s of %s: %s".formatted(Amounts.of(figure, "%"), standing.population(), words));
    }

    /** A stratum is part of the group, unless it is itself what the share is of. */
    private Standing standing(Fact f, Criterion what) {
        boolean asked = Strata.of(what).equals(Optional.of(f.stratum()));
        return asked ? citations.ofAll(f) : citations.of(f);
    }

    private void other(FigureAnswer answer, Fact f, Criterion what) {
        Standing s = standing(f, what);
        answer.line(
                "another source: %s of %s, %s: %s; %s; %s"
                        .formatted(
                                Amounts.of(f.value(), "%"),
                                s.population(),
                                s.years(),
                                f.about(),
                                s.source().shown(),
                                s.checked()));
        answer.other(f.value(), "%", s);
    }

    private static String millions(double percent, Counted counted) {
        double all = counted.residents() / 1e6;
        return "; %s of %s million people"
                .formatted(Amounts.number(all * percent / 100), Amounts.number(all));
    }
}
