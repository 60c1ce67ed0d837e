package org.anamnesis.report;

import java.util.Locale;
import java.util.Map;
import org.anamnesis.evaluate.HistoryFindings;
import org.anamnesis.evaluate.Words;

/** How often patients came before the index visit, and how their values moved. */
final class HistoryTable {
    private HistoryTable() {}

    static void write(Html html, HistoryFindings found) {
        html.leaf(
                "p",
                String.format(
                        Locale.ROOT,
                        "%,.0f years of patients from the first visit to the last. %s of them died"
                                + " after the index visit. Who says how a history runs: sources.md.",
                        found.years(),
                        Words.count(found.deaths())));
        Marks.table(html, "Visits on record.", "Kind", "Visits", "A patient-year");
        found.visits().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(
                        v -> {
                            html.open("tr").leaf("th", v.getKey(), "scope", "row");
                            Marks.number(html, "Visits", Words.count(v.getValue()));
                            double rate = v.getValue() / found.years();
                            Marks.number(
                                    html,
                                    "A patient-year",
                                    String.format(Locale.ROOT, "%.2f", rate));
                            html.close();
                        });
        Marks.closeTable(html);
        Marks.table(
                html,
                "How values move within patients, beside what was published of real ones.",
                "What",
                "Here",
                "95 % interval",
                "Rests on",
                "Published",
                "Beside the published interval");
        for (HistoryFindings.Figure f : found.figures()) {
            html.open("tr").leaf("th", f.what(), "scope", "row");
            Marks.number(html, "Here", (number(f, f.value()) + " " + f.unit()).strip());
            double low = f.within().low();
            double high = f.within().high();
            Marks.number(
                    html,
                    "95 % interval",
                    low < high ? number(f, low) + " to " + number(f, high) : "–");
            Marks.number(html, "Rests on", Words.count(f.n()));
            String published = f.published().words();
            Marks.cell(html, "Published", published.isEmpty() ? "–" : published);
            Marks.cell(
                    html,
                    "Beside the published interval",
                    f.place().map(HistoryFindings.Place::words).orElse("–"));
            html.close();
        }
        Marks.closeTable(html);
        if (!found.incidence().isEmpty()) {
            incidence(html, found);
        }
    }

    private static String number(HistoryFindings.Figure f, double value) {
        String number = String.format(Locale.ROOT, "%." + f.decimals() + "f", value);
        return number.replace('-', '−');
    }

    private static void incidence(Html html, HistoryFindings found) {
        html.leaf(
                "p",
                "Who has heart failure, coronary artery disease, an infarction or a stroke is"
                        + " decided by the survey at the index visit, and kidney failure needs an"
                        + " eGFR below 15 there: beside the model these show how far the two"
                        + " differ. The other complications are drawn by the model itself. With"
                        + " type 2 diabetes the models are UKPDS Outcomes Model 2 and, of"
                        + " retinopathy, NHANES; heart failure without it is by PREVENT; all of"
                        + " people who lived to the index visit.");
        Marks.table(
                html,
                "What began within the years, of those who were free of it, beside the published model.",
                "Condition",
                "Began",
                "By the model",
                "Per 1,000 patient-years",
                "By the model, per 1,000");
        for (HistoryFindings.Incidence i : found.incidence()) {
            html.open("tr").leaf("th", i.what(), "scope", "row");
            Marks.number(html, "Began", Words.count(i.began()));
            Marks.number(html, "By the model", number(i.expected()));
            Marks.number(html, "Per 1,000 patient-years", number(1000 * i.began() / i.years()));
            Marks.number(html, "By the model, per 1,000", number(1000 * i.expected() / i.years()));
            html.close();
        }
        Marks.closeTable(html);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
