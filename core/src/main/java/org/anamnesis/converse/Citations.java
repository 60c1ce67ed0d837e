package org.anamnesis.converse;

import java.util.Map;
import java.util.OptionalLong;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.evidence.Source;

/** Says of figures where they come from, with the titles and addresses of their sources. */
final class Citations {
    private final Evidence evidence;

    Citations(Evidence evidence) {
        this.evidence = evidence;
    }

    /** A source as it is shown: id for programs, title and address for people. */
    record Cited(String id, String title, String url) {
        String shown() {
            return url.isEmpty() ? title : title + " <" + url + ">";
        }

        void into(Map<String, Object> json) {
            json.put("source", id);
            json.put("source_title", title);
            if (!url.isEmpty()) {
                json.put("source_url", url);
            }
        }
    }

    Cited cited(String id) {
        return evidence.source(id)
                .map(s -> new Cited(id, s.title(), s.url()))
                .orElse(new Cited(id, id, ""));
    }

    Standing of(Fact f) {
        return published(
                Strata.group(f.population(), f.stratum()),
                f.period(),
                f.n(),
                f.source(),
                f.confidence());
    }

    /** Of a figure whose stratum is what was asked about, not of whom: 48 % of them are women. */
    Standing ofAll(Fact f) {
        return published(f.population(), f.period(), f.n(), f.source(), f.confidence());
    }

    Standing of(Marginal m) {
        return published(
                Strata.group(m.population(), m.stratum()),
                m.period(),
                m.n(),
                m.source(),
                m.confidence());
    }

    private Standing published(
            String population, String years, OptionalLong n, String source, Confidence confidence) {
        return new Standing(
                population,
                years,
                n,
                "persons",
                confidence == Confidence.COMPUTED ? "survey-weighted" : "as published",
                cited(source),
                confidence.word(),
                checked(confidence, source));
    }

    /** Of a figure that nobody published and that was counted in the built-in population. */
    Standing of(Counted counted, String population) {
        return new Standing(
                population,
                counted.years(),
                OptionalLong.of(counted.rows()),
                "synthetic rows",
                "survey-weighted",
                new Cited("synthetic census", counted.about(), cited("nhanes").url()),
                "synthetic",
                "not published: estimated by counting in the synthetic census");
    }

    /** How far a figure was checked; of what was read, also where: an abstract, a quoting page. */
    String checked(Confidence confidence, String source) {
        return switch (confidence) {
            case COMPUTED -> "computed from survey microdata";
            case READ ->
                    "read in its source"
                            + evidence.source(source)
                                    .map(Source::access)
                                    .filter(a -> a.startsWith("read: "))
                                    .map(a -> " (" + a.substring("read: ".length()) + ")")
                                    .orElse("");
            case RECALLED -> "unverified, no source was read";
        };
    }
}
