package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.interpret.Asked.Item;
import org.anamnesis.spec.Criterion.CategoryIn;

/** "white 60, black 25, hispanic 15 percent": one sign for all, or none where they add up. */
final class NumberLists {
    private static final double WHOLE = 100;

    private final Sentence s;

    NumberLists(Sentence s) {
        this.s = s;
    }

    List<Item> read(List<Item> items) {
        List<Item> all = new ArrayList<>(items);
        for (int i = 0; i < all.size(); i++) {
            int end = i;
            double sum = 0;
            boolean sign = false;
            while (end < all.size() && (end == i || follows(all.get(end - 1), all.get(end)))) {
                Item item = all.get(end);
                double value = item.percent().orElse(bare(item));
                if (value < 0) {
                    break;
                }
                sign |= item.percent().isPresent();
                sum += value;
                end++;
            }
            boolean shares = end > i + 1 && (Math.abs(sum - WHOLE) < 1 || (sign && sum < WHOLE));
            for (int k = i; shares && k < end; k++) {
                all.set(k, shared(all.get(k)));
            }
            i = Math.max(i, end - 1);
        }
        return all;
    }

    /** The number behind a category without a share, or -1. */
    private double bare(Item item) {
        int at = item.found().to();
        boolean category = item.found().criterion() instanceof CategoryIn && !item.not();
        boolean number = s.at(at).number() && s.free(at);
        return category && number && s.at(at).doubleValue() <= WHOLE ? s.at(at).doubleValue() : -1;
    }

    private Item shared(Item item) {
        double value = bare(item);
        if (item.percent().isPresent() || value < 0) {
            return item;
        }
        int to = item.found().to() + 1;
        s.use(item.found().to(), to);
        return new Item(item.found(), OptionalDouble.of(value), false, false, item.from(), to);
    }

    /** Of the same variable, with nothing but its number and a link between. */
    private boolean follows(Item a, Item b) {
        boolean one =
                a.found().criterion() instanceof CategoryIn x
                        && b.found().criterion() instanceof CategoryIn y
                        && x.variable().equals(y.variable());
        for (int i = a.found().to(); one && i < b.from(); i++) {
            one = s.at(i).number() || s.like(i, "[,;/%]|and|percent");
        }
        return one;
    }
}
