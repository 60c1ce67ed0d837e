package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recordings and images that are asked for, from JSON values. */
final class StudiesReader {
    private final JsonFields fields;
    private final ConstraintReader criteria;

    StudiesReader(JsonFields fields, ConstraintReader criteria) {
        this.fields = fields;
        this.criteria = criteria;
    }

    List<StudyOrder> read(Map<?, ?> map) {
        List<StudyOrder> all = new ArrayList<>();
        List<?> items = fields.list(map, "", "studies").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            String path = "studies[" + i + "]";
            if (items.get(i) instanceof Map<?, ?> item) {
                order(item, path + ".").ifPresent(all::add);
            } else {
                fields.type(path, "an object with kind");
            }
        }
        return all;
    }

    private Optional<StudyOrder> order(Map<?, ?> map, String in) {
        fields.known(map, in, "kind", "among", "percent", "settings", "measurements", "findings");
        Optional<String> kind = fields.text(map, in, "kind");
        if (kind.isEmpty()) {
            fields.type(in + "kind", "a kind of study: ecg, eeg or ct");
            return Optional.empty();
        }
        List<Criterion> among = new ArrayList<>();
        List<?> whom = fields.list(map, in, "among").orElse(List.of());
        for (int i = 0; i < whom.size(); i++) {
            criteria.criterion(whom.get(i), in + "among[" + i + "]", 0).ifPresent(among::add);
        }
        Map<String, String> settings = texts(map, in, "settings");
        Map<String, Double> measurements = new HashMap<>();
        fields.object(map, in, "measurements")
                .ifPresent(
                        m ->
                                m.keySet()
                                        .forEach(
                                                k ->
                                                        fields.number(
                                                                        m,
                                                                        in + "measurements.",
                                                                        (String) k)
                                                                .ifPresent(
                                                                        v ->
                                                                                measurements.put(
                                                                                        (String) k,
                                                                                        v))));
        List<StudyOrder.Shown> findings = new ArrayList<>();
        List<?> items = fields.list(map, in, "findings").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            finding(items.get(i), in + "findings[" + i + "]").ifPresent(findings::add);
        }
        double percent = percent(map, in);
        if (percent == 0) {
            fields.type(in + "percent", "a share above 0");
        }
        return Optional.of(
                new StudyOrder(kind.get(), among, percent, settings, measurements, findings));
    }

    private Optional<StudyOrder.Shown> finding(Object item, String path) {
        if (!(item instanceof Map<?, ?> map)) {
            fields.type(path, "an object with finding");
            return Optional.empty();
        }
        fields.known(map, path + ".", "finding", "percent", "details", "beside");
        Optional<String> id = fields.text(map, path + ".", "finding");
        if (id.isEmpty()) {
            fields.type(path + ".finding", "the id of a finding");
        }
        double percent = percent(map, path + ".");
        Map<String, String> details = texts(map, path + ".", "details");
        boolean beside = fields.flag(map, path + ".", "beside");
        return id.map(f -> new StudyOrder.Shown(f, percent, details, beside));
    }

    private double percent(Map<?, ?> map, String in) {
        double percent = fields.number(map, in, "percent").orElse(100.0);
        if (!(percent >= 0 && percent <= 100)) {
            fields.type(in + "percent", "a share of 0 to 100");
            return 100;
        }
        return percent;
    }

    private Map<String, String> texts(Map<?, ?> map, String in, String key) {
        Map<String, String> all = new HashMap<>();
        fields.object(map, in, key)
                .ifPresent(
                        m ->
                                m.keySet()
                                        .forEach(
                                                k ->
                                                        fields.text(m, in + key + ".", (String) k)
                                                                .ifPresent(
                                                                        v ->
                                                                                all.put(
                                                                                        (String) k,
                                                                                        v))));
        return all;
    }
}
