package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.interpret.Proposal;
import org.anamnesis.interpret.Proposals;

/** What a language model said, as values of JSON in the file of a conversation. */
final class AdviceJson {
    private AdviceJson() {}

    /**
     * @param messages how many there are; what is kept for later ones is not written
     */
    static List<Object> write(Map<Integer, Advice> advice, int messages) {
        List<Object> all = new ArrayList<>();
        advice.forEach(
                (place, a) -> {
                    if (place < messages) {
                        all.add(object(place, a));
                    }
                });
        return all;
    }

    private static Map<String, Object> object(int place, Advice a) {
        Map<String, Object> m = Typed.object("to", place);
        m.put("edits", a.proposals().stream().map(Proposals::object).toList());
        a.failed().ifPresent(why -> m.put("failed", why));
        return m;
    }

    /**
     * @param messages how many there are
     * @throws ClassCastException or IllegalArgumentException if something is of another form
     */
    static Map<Integer, Advice> read(List<?> items, int messages) {
        Map<Integer, Advice> all = new LinkedHashMap<>();
        for (Object item : items) {
            Map<?, ?> m = (Map<?, ?>) item;
            int place = (Integer) m.get("to");
            if (place < 0 || place >= messages) {
                throw new IllegalArgumentException("message " + place);
            }
            List<Proposal> proposals = new ArrayList<>();
            for (Object edit : (List<?>) m.get("edits")) {
                proposals.add(
                        Proposals.proposal(edit)
                                .orElseThrow(() -> new IllegalArgumentException("edit")));
            }
            all.put(place, new Advice(proposals, Optional.ofNullable((String) m.get("failed"))));
        }
        return all;
    }
}
