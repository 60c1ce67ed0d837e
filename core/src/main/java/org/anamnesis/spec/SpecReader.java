package org.anamnesis.spec;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.problem.RequestException;

/** From JSON values to a specification, with every problem on the way. */
final class SpecReader {
    private final JsonFields fields = new JsonFields();
    private final ConstraintReader constraints = new ConstraintReader(fields);

    SpecFile read(Map<?, ?> map) {
        version(map);
        return body(map);
    }

    private SpecFile body(Map<?, ?> map) {
        fields.known(
                map,
                "",
                "version",
                "count",
                "condition",
                "population",
                "basis",
                "constraints",
                "observations",
                "indexDate",
                "seed",
                "engine",
                "formats",
                "overwrites",
                "timeline",
                "own",
                "units",
                "groups",
                "names",
                "gaps",
                "studies",
                "baseline",
                "said");
        CohortSpec d = CohortSpec.DEFAULT;
        long count = fields.whole(map, "", "count", 1).orElse(d.count());
        Optional<String> condition = fields.text(map, "", "condition");
        String population = fields.text(map, "", "population").orElse(d.population());
        basis(map);
        List<Constraint> asked = new ArrayList<>();
        List<?> items = fields.list(map, "", "constraints").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            constraints.constraint(items.get(i), "constraints[" + i + "]").ifPresent(asked::add);
        }
        ObservationChoice observations = observations(map, d.observations());
        LocalDate date = date(map, d.indexDate());
        long seed = fields.whole(map, "", "seed", Long.MIN_VALUE).orElse(d.seed());
        String engine = fields.text(map, "", "engine").orElse(d.engine());
        List<String> formats = fields.texts(map, "", "formats").orElse(d.formats());
        Beyond beyond =
                new BeyondReader(fields, constraints).beyond(map).withBaseline(baseline(map));
        Said said = said(map);
        if (!fields.problems().isEmpty()) {
            throw new RequestException(fields.problems());
        }
        return new SpecFile(
                new CohortSpec(
                        count,
                        condition,
                        population,
                        asked,
                        observations,
                        date,
                        seed,
                        engine,
                        formats,
                        beyond),
                said);
    }

    /** The specification that this one is a what-if of, with its own words. */
    private Optional<Baseline> baseline(Map<?, ?> map) {
        Optional<Map<?, ?>> found = fields.object(map, "", "baseline");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get().containsKey("baseline")) {
            fields.type("baseline.baseline", "a baseline without a baseline of its own");
            return Optional.empty();
        }
        try {
            SpecFile file = new SpecReader().body(found.get());
            return Optional.of(new Baseline(file.spec(), file.said()));
        } catch (RequestException e) {
            e.problems()
                    .forEach(
                            p ->
                                    fields.problem(
                                            p.code(),
                                            "baseline." + p.where(),
                                            p.message(),
                                            p.suggestion()));
            return Optional.empty();
        }
    }

    /** Whose figures stand in for the population's: nobody else's are here. */
    private void basis(Map<?, ?> map) {
        fields.text(map, "", "basis")
                .filter(b -> !b.equals(Populations.BASIS))
                .ifPresent(
                        b ->
                                fields.problem(
                                        "spec.basis.unknown",
                                        b,
                                        "Only figures of the United States can stand in for another country's.",
                                        Populations.BASIS));
    }

    private Said said(Map<?, ?> map) {
        Optional<Map<?, ?>> found = fields.object(map, "", "said");
        if (found.isEmpty()) {
            return Said.NOTHING;
        }
        Map<?, ?> s = found.get();
        fields.known(s, "said.", "messages", "assumed", "ignored");
        return new Said(
                fields.texts(s, "said.", "messages").orElse(List.of()),
                fields.texts(s, "said.", "assumed").orElse(List.of()),
                fields.texts(s, "said.", "ignored").orElse(List.of()));
    }

    private void version(Map<?, ?> map) {
        if (!map.containsKey("version")) {
            fields.problem("spec.version", "version", "The version is missing.", "\"version\": 1");
            return;
        }
        long version = fields.whole(map, "", "version", 1).orElse((long) CohortSpec.VERSION);
        if (version > CohortSpec.VERSION) {
            fields.problem(
                    "spec.version",
                    "version " + version,
                    "The specification was written by a later version of this program.",
                    "a newer program, or version " + CohortSpec.VERSION);
        }
    }

    private ObservationChoice observations(Map<?, ?> map, ObservationChoice otherwise) {
        Optional<Map<?, ?>> found = fields.object(map, "", "observations");
        if (found.isEmpty()) {
            return otherwise;
        }
        Map<?, ?> o = found.get();
        fields.known(o, "observations.", "count", "named", "dropped");
        long count = fields.whole(o, "observations.", "count", 0).orElse(0L);
        if (count > Integer.MAX_VALUE) {
            fields.type("observations.count", "a number of observations");
            count = 0;
        }
        return new ObservationChoice(
                (int) count,
                fields.texts(o, "observations.", "named").orElse(List.of()),
                fields.texts(o, "observations.", "dropped").orElse(List.of()));
    }

    private LocalDate date(Map<?, ?> map, LocalDate otherwise) {
        Optional<String> text = fields.text(map, "", "indexDate");
        try {
            return text.map(LocalDate::parse).orElse(otherwise);
        } catch (DateTimeParseException e) {
            fields.type("indexDate", "a date such as 2020-03-01");
            return otherwise;
        }
    }
}
