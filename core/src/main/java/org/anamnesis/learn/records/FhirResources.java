package org.anamnesis.learn.records;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;

/**
 * What resources of FHIR R4 say of patients; what is refuted or entered in error is passed over.
 */
final class FhirResources {
    /** Patients first, then their encounters, then what happened at them. */
    enum Round {
        PATIENTS(List.of("Patient")),
        ENCOUNTERS(List.of("Encounter")),
        EVENTS(List.of("Condition", "Observation", "MedicationRequest", "MedicationStatement"));

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> types;

        Round(List<String> types) {
            this.types = types;
        }

        boolean wants(String line) {
            return line.contains("\"Bundle\"") || types.stream().anyMatch(t -> names(line, t));
        }

        private static boolean names(String line, String type) {
            return line.contains("\"" + type + "\"");
        }
    }

    private static final String RACE = "us-core-race";

    private final RecordTables into;
    private final RecordCodes codes;

    /** Full URLs of entries of Bundles, to the ids that they stand for. */
    private final Map<String, String> byUrl = new HashMap<>();

    FhirResources(RecordTables into, RecordCodes codes) {
        this.into = into;
        this.codes = codes;
    }

    void read(Map<?, ?> resource, Round round) {
        String type = text(resource, "resourceType");
        if (type.equals("Bundle")) {
            for (Map<?, ?> entry : maps(resource, "entry")) {
                Map<?, ?> inside = map(entry, "resource");
                String url = text(entry, "fullUrl");
                if (!url.isEmpty()) {
                    String id = text(inside, "id");
                    byUrl.put(url, id.isEmpty() ? url : id);
                }
                read(inside, url, round);
            }
            return;
        }
        read(resource, "", round);
    }

    private void read(Map<?, ?> resource, String url, Round round) {
        String type = text(resource, "resourceType");
        if (!round.types.contains(type)) {
            return;
        }
        String id = text(resource, "id");
        id = id.isEmpty() ? url : id;
        switch (type) {
            case "Patient" -> patient(resource, id);
            case "Encounter" -> encounter(resource, id);
            case "Condition" -> condition(resource);
            case "Observation" -> observation(resource);
            default -> medication(resource);
        }
    }

    private void patient(Map<?, ?> r, String id) {
        String origin = "";
        for (Map<?, ?> extension : maps(r, "extension")) {
            if (text(extension, "url").endsWith(RACE)) {
                for (Map<?, ?> part : maps(extension, "extension")) {
                    if (text(part, "url").equals("text")) {
                        origin = text(part, "valueString");
                    } else if (origin.isEmpty()) {
                        origin = text(map(part, "valueCoding"), "display");
                    }
                }
            }
        }
        into.patient(
                id, text(r, "birthDate"), text(r, "deceasedDateTime"), text(r, "gender"), origin);
    }

    private void encounter(Map<?, ?> r, String id) {
        Map<?, ?> period = map(r, "period");
        into.encounter(
                subject(r),
                id,
                text(map(r, "class"), "code"),
                text(period, "start"),
                text(period, "end"));
    }

    private void condition(Map<?, ?> r) {
        String status = code(map(r, "verificationStatus"));
        String clinical = code(map(r, "clinicalStatus"));
        if (status.equals("refuted")
                || status.equals("entered-in-error")
                || clinical.equals("inactive")
                || clinical.equals("remission")
                || clinical.equals("resolved")) {
            return;
        }
        Map<?, ?> what = map(r, "code");
        Optional<Concept> concept =
                concept(what, List.of(CodeSystem.SNOMED_CT, CodeSystem.ICD_10_CM));
        String onset = text(r, "onsetDateTime");
        onset = onset.isEmpty() ? text(map(r, "onsetPeriod"), "start") : onset;
        RecordCodes.Meaning had = codes.meaning(concept, Concept.Kind.CONDITION, words(what));
        into.condition(subject(r), visit(r), had, onset);
    }

    private void observation(Map<?, ?> r) {
        String status = text(r, "status");
        if (status.equals("entered-in-error") || status.equals("cancelled")) {
            return;
        }
        value(r, r);
        for (Map<?, ?> component : maps(r, "component")) {
            value(r, component);
        }
    }

    /**
     * @param part the observation or one of its components
     */
    private void value(Map<?, ?> r, Map<?, ?> part) {
        Map<?, ?> what = map(part, "code");
        Optional<Concept> concept = concept(what, List.of(CodeSystem.LOINC));
        RecordCodes.Meaning meaning = codes.meaning(concept, Concept.Kind.OBSERVATION, words(what));
        Map<?, ?> quantity = map(part, "valueQuantity");
        String number = text(quantity, "value");
        number = number.isEmpty() ? text(part, "valueInteger") : number;
        String answer = words(map(part, "valueCodeableConcept"));
        answer = answer.isEmpty() ? text(part, "valueString") : answer;
        answer = answer.isEmpty() ? text(part, "valueBoolean") : answer;
        String date = text(r, "effectiveDateTime");
        date = date.isEmpty() ? text(map(r, "effectivePeriod"), "start") : date;
        if (!number.isEmpty()) {
            String unit = text(quantity, "code");
            unit = unit.isEmpty() ? text(quantity, "unit") : unit;
            RecordCodes.Measured m = codes.measured(meaning, number, unit);
            into.observation(subject(r), visit(r), date, m.what(), m.value());
        } else if (!answer.isEmpty()) {
            var value = new RecordCodes.Value("", answer, "");
            into.observation(subject(r), visit(r), date, meaning, value);
        }
    }

    private void medication(Map<?, ?> r) {
        String status = text(r, "status");
        if (status.equals("entered-in-error") || status.equals("draft")) {
            return;
        }
        Map<?, ?> what = map(r, "medicationCodeableConcept");
        Optional<Concept> concept = concept(what, List.of(CodeSystem.RXNORM));
        RecordCodes.Meaning meaning = codes.meaning(concept, Concept.Kind.INGREDIENT, words(what));
        Map<?, ?> period = map(map(r, "dispenseRequest"), "validityPeriod");
        String start = text(r, "authoredOn");
        start = start.isEmpty() ? text(map(r, "effectivePeriod"), "start") : start;
        String end = text(period, "end");
        end = end.isEmpty() ? text(map(r, "effectivePeriod"), "end") : end;
        boolean taken = status.equals("active") || status.equals("on-hold") || status.isEmpty();
        into.medication(
                subject(r),
                visit(r),
                meaning,
                codes.drugClass(concept, meaning),
                !taken,
                start,
                end);
    }

    private Optional<Concept> concept(Map<?, ?> codeable, List<CodeSystem> systems) {
        for (Map<?, ?> coding : maps(codeable, "coding")) {
            for (CodeSystem system : systems) {
                if (system.uri().equals(text(coding, "system"))) {
                    Optional<Concept> found = codes.find(system, text(coding, "code"));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What a concept is called: its text, else the name or code of a coding. */
    private static String words(Map<?, ?> codeable) {
        String words = text(codeable, "text");
        for (Map<?, ?> coding : maps(codeable, "coding")) {
            words = words.isEmpty() ? text(coding, "display") : words;
            words = words.isEmpty() ? text(coding, "code") : words;
        }
        return words;
    }

    private static String code(Map<?, ?> codeable) {
        return maps(codeable, "coding").stream().map(c -> text(c, "code")).findFirst().orElse("");
    }

    private String subject(Map<?, ?> r) {
        Map<?, ?> subject = map(r, "subject");
        return id(text(subject.isEmpty() ? map(r, "patient") : subject, "reference"));
    }

    private String visit(Map<?, ?> r) {
        Map<?, ?> visit = map(r, "encounter");
        return id(text(visit.isEmpty() ? map(r, "context") : visit, "reference"));
    }

    /** The id that a reference names: {@code Patient/17}, a full URL, {@code urn:uuid:...}. */
    private String id(String reference) {
        String known = byUrl.get(reference);
        return known != null ? known : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return of.get(key) instanceof Map<?, ?> m ? m : Map.of();
    }

    private static List<Map<?, ?>> maps(Map<?, ?> of, String key) {
        if (!(of.get(key) instanceof List<?> all)) {
            return List.of();
        }
        return all.stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(m -> (Map<?, ?>) m)
                .toList();
    }

    private static String text(Map<?, ?> of, String key) {
        Object value = of.get(key);
        if (value instanceof BigDecimal d) {
            return d.toPlainString();
        }
        return value == null || value instanceof Map || value instanceof List
                ? ""
                : value.toString();
    }
}
