package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.interpret.Asked.Item;

/**
 * "60 % former smokers, the rest current ones": what the shares before it leave; nothing that can
 * be held where no share was said, and never everyone.
 */
final class RestShares {
    private static final int FAR = 3;

    private RestShares() {}

    static List<Item> of(Sentence s, List<Item> items) {
        List<Item> all = new ArrayList<>();
        for (Item item : items) {
            int at = -1;
            for (int i = Math.max(0, item.from() - FAR); i < item.from(); i++) {
                at = s.like(i, "rest|remaining|remainder|others") ? i : at;
            }
            boolean rest = at >= 0;
            double left = 100;
            for (Item before : all) {
                boolean one = before.found().topic() == item.found().topic();
                left -= one ? before.percent().orElse(0) : 0;
            }
            boolean open = rest && item.percent().isEmpty();
            if (open && left > 0 && left < 100) {
                s.use(at, at + 1);
                all.add(item.shared(OptionalDouble.of(left)));
            } else {
                all.add(open && left == 100 && !item.not() ? item.leftUnmet() : item);
            }
        }
        return all;
    }
}
