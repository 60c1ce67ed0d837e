package org.anamnesis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.anamnesis.cohort.Field;
import org.anamnesis.evaluate.CategoryFinding;
import org.anamnesis.evaluate.NumberFinding;
import org.anamnesis.evaluate.Words;

/** Who the patients are: age by sex and every category; and what else they have and take. */
final class People {
    private People() {}

    static void demographics(Html html, Dossier dossier, Citations citations) {
        Legend.write(html, false);
        html.open("div", "class", "cards");
        dossier.evaluation()
                .ageBySex()
                .ifPresent(
                        p -> {
                            html.open("section", "class", "card").leaf("h3", "Age by sex");
                            PyramidChart.write(html, p, dossier.evaluation().patients());
                            html.close();
                        });
        for (CategoryFinding found : dossier.evaluation().categories(Field.Role.DEMOGRAPHIC)) {
            category(html, found, citations, dossier);
        }
        for (NumberFinding found : dossier.evaluation().numbers()) {
            if (found.field().role() != Field.Role.OBSERVATION) {
                Observations.card(html, found, citations, dossier);
            }
        }
        html.close();
    }

    /** A card with one category's levels. */
    static void category(Html html, CategoryFinding found, Citations citations, Dossier dossier) {
        html.open("section", "class", "card").leaf("h3", found.field().label());
        ShareTable.write(
                html,
                "n "
                        + Words.count(found.n())
                        + (found.missing() > 0
                                ? ", not known " + Words.count(found.missing())
                                : ""),
                IntStream.range(0, found.counts().size()).mapToObj(k -> row(found, k)).toList());
        Observations.sources(html, found.field(), citations, dossier);
        html.close();
    }

    /** Comorbidities and medications, one line each. */
    static void conditions(Html html, Dossier dossier, Citations citations) {
        Legend.write(html, false);
        html.open("div", "class", "cards");
        List<ShareTable.Row> conditions =
                dossier.evaluation().categories(Field.Role.CONDITION).stream()
                        .filter(c -> c.counts().size() == 2)
                        .map(People::present)
                        .toList();
        if (!conditions.isEmpty()) {
            html.open("section", "class", "card").leaf("h3", "Conditions");
            ShareTable.write(html, "share of patients with the diagnosis", conditions);
            html.close();
        }
        dossier.evaluation().categories(Field.Role.CONDITION).stream()
                .filter(c -> c.counts().size() > 2)
                .forEach(c -> category(html, c, citations, dossier));
        List<ShareTable.Row> classes = new ArrayList<>();
        for (CategoryFinding c : dossier.evaluation().categories(Field.Role.MEDICATION)) {
            classes.add(anyOf(c, dossier.evaluation().patients()));
        }
        if (!classes.isEmpty()) {
            html.open("section", "class", "card").leaf("h3", "Medications, by class");
            ShareTable.write(html, "share of patients who take any of the class", classes);
            html.close();
        }
        html.close();
    }

    private static ShareTable.Row row(CategoryFinding found, int k) {
        return new ShareTable.Row(
                found.field().levels().get(k),
                found.counts().get(k),
                found.share(k),
                reference(found, k));
    }

    private static ShareTable.Row present(CategoryFinding found) {
        return new ShareTable.Row(
                found.field().label(), found.counts().get(1), found.share(1), reference(found, 1));
    }

    private static ShareTable.Row anyOf(CategoryFinding found, long patients) {
        OptionalDouble reference =
                found.reference()
                        .map(r -> OptionalDouble.of(r.stream().mapToDouble(x -> x).sum()))
                        .orElse(OptionalDouble.empty());
        return new ShareTable.Row(
                found.field().label(), found.n(), (double) found.n() / patients, reference);
    }

    private static OptionalDouble reference(CategoryFinding found, int k) {
        return found.reference()
                .map(r -> OptionalDouble.of(r.get(k)))
                .orElse(OptionalDouble.empty());
    }
}
