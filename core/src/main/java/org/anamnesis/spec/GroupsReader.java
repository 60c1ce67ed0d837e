package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From JSON values to the groups of a cohort. */
final class GroupsReader {
    private final JsonFields fields;
    private final ConstraintReader constraints;

    GroupsReader(JsonFields fields, ConstraintReader constraints) {
        this.fields = fields;
        this.constraints = constraints;
    }

    Groups read(Map<?, ?> map) {
        Optional<Map<?, ?>> found = fields.object(map, "", "groups");
        if (found.isEmpty()) {
            return Groups.NONE;
        }
        fields.known(found.get(), "groups.", "all", "same");
        List<StudyGroup> all = new ArrayList<>();
        List<?> items = fields.list(found.get(), "groups.", "all").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            group(items.get(i), "groups.all[" + i + "]").ifPresent(all::add);
        }
        return new Groups(all, fields.texts(found.get(), "groups.", "same").orElse(List.of()));
    }

    private Optional<StudyGroup> group(Object item, String path) {
        if (!(item instanceof Map<?, ?> map)) {
            fields.type(path, "an object with name, percent and constraints");
            return Optional.empty();
        }
        String in = path + ".";
        fields.known(map, in, "name", "percent", "constraints");
        List<Constraint> asked = new ArrayList<>();
        List<?> items = fields.list(map, in, "constraints").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            constraints
                    .constraint(items.get(i), in + "constraints[" + i + "]")
                    .ifPresent(asked::add);
        }
        Optional<String> name = fields.text(map, in, "name");
        Optional<Double> percent = fields.number(map, in, "percent");
        if (name.isEmpty() || name.get().isBlank()) {
            fields.type(in + "name", "a name");
            return Optional.empty();
        }
        if (percent.isEmpty() || !(percent.get() >= 0 && percent.get() <= 100)) {
            fields.type(in + "percent", "a share from 0 to 100");
            return Optional.empty();
        }
        return Optional.of(new StudyGroup(name.get(), percent.get(), asked));
    }
}
