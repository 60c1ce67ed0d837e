package org.anamnesis.llm.link;

import java.util.List;
import org.anamnesis.interpret.Link;

/**
 * From where on a phrase is taken for a concept, and from where on it is asked. They belong to one
 * model; {@link Calibration} finds them.
 *
 * @param near least similarity of what is taken without asking
 * @param lead by how much that must be nearer than any other concept and anything the catalogue
 *     lacks
 * @param asked least similarity of what is asked
 */
record Thresholds(double near, double lead, double asked) {
    private static final int OFFERED = 3;

    Link judge(Space.Place place) {
        List<Link.Near> near = place.near();
        if (near.isEmpty()) {
            return new Link.Foreign(List.of());
        }
        double best = near.get(0).similarity();
        double second = near.size() > 1 ? near.get(1).similarity() : -1;
        if (best >= this.near && best - Math.max(second, place.outside()) >= lead) {
            return new Link.Clear(near.get(0));
        }
        if (best < asked || best < place.outside()) {
            return new Link.Foreign(near.subList(0, Math.min(OFFERED, near.size())));
        }
        List<Link.Near> close =
                near.stream()
                        .filter(n -> n.similarity() >= asked && best - n.similarity() < 2 * lead)
                        .limit(OFFERED)
                        .toList();
        return new Link.Unclear(close.isEmpty() ? near.subList(0, 1) : close);
    }
}
