package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads the parts of a history in which something comes otherwise, and how many of what there are.
 */
final class RhythmReader {
    private static final String PHASES = "timeline.phases.";
    private static final String CONTACTS = "timeline.contacts.";

    private final JsonFields fields;

    RhythmReader(JsonFields fields) {
        this.fields = fields;
    }

    List<Phase> phases(Map<?, ?> timeline) {
        List<Phase> all = new ArrayList<>();
        for (Map<?, ?> m : objects(timeline, "phases")) {
            fields.known(m, PHASES, "of", "perYear", "years");
            Optional<String> of = fields.text(m, PHASES, "of");
            double perYear = fields.number(m, PHASES, "perYear").orElse(0.0);
            double years = fields.number(m, PHASES, "years").orElse(0.0);
            boolean often = perYear > 0 && perYear <= Timeline.MOST;
            if (of.isPresent() && often && years > 0 && years <= Phase.LONGEST) {
                all.add(new Phase(of.get(), perYear, years));
            } else {
                fields.type(
                        "timeline.phases",
                        "parts such as {\"of\": \"visits\", \"perYear\": 12, \"years\": 1}");
            }
        }
        return all;
    }

    List<ContactCount> contacts(Map<?, ?> timeline) {
        List<ContactCount> all = new ArrayList<>();
        for (Map<?, ?> m : objects(timeline, "contacts")) {
            fields.known(m, CONTACTS, "of", "least", "most", "yearly", "share", "mean");
            Optional<ContactCount.Kind> of =
                    fields.text(m, CONTACTS, "of")
                            .flatMap(
                                    t ->
                                            Arrays.stream(ContactCount.Kind.values())
                                                    .filter(k -> k.id().equals(t))
                                                    .findFirst());
            OptionalDouble share = optional(fields.number(m, CONTACTS, "share"));
            OptionalDouble mean = optional(fields.number(m, CONTACTS, "mean"));
            long none = share.isPresent() ? 1 : 0; // "30 % with hospital stays" have one or more
            long least = fields.whole(m, CONTACTS, "least", 0).orElse(none);
            long most = fields.whole(m, CONTACTS, "most", 1).orElse((long) ContactCount.OPEN);
            boolean yearly = fields.flag(m, CONTACTS, "yearly");
            boolean fits = least <= ContactCount.MOST && most >= least && most > 0;
            boolean again = of.isPresent() && all.stream().anyMatch(c -> c.of() == of.get());
            int end = (int) Math.min(most, ContactCount.OPEN);
            boolean possible =
                    of.isPresent()
                            && fits
                            && ContactCount.possible(
                                    of.get(), (int) least, end, yearly, share, mean);
            if (possible && !again) {
                all.add(new ContactCount(of.get(), (int) least, end, yearly, share, mean));
            } else {
                fields.type(
                        "timeline.contacts",
                        "one count each of visits, emergency, hospital, such as {\"of\": \"hospital\", \"least\": 1, \"most\": 2}, {\"of\": \"hospital\", \"share\": 30} or {\"of\": \"emergency\", \"mean\": 1.5}");
            }
        }
        return all;
    }

    private static OptionalDouble optional(Optional<Double> number) {
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }

    private List<Map<?, ?>> objects(Map<?, ?> timeline, String key) {
        List<Map<?, ?>> all = new ArrayList<>();
        for (Object item : fields.list(timeline, "timeline.", key).orElse(List.of())) {
            if (item instanceof Map<?, ?> m) {
                all.add(m);
            } else {
                fields.type("timeline." + key, "a list of objects");
            }
        }
        return all;
    }
}
