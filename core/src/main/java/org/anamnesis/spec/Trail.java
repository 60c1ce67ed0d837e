package org.anamnesis.spec;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * An unchangeable list that shares its beginning with the list it was made from. A conversation of
 * ten thousand turns keeps ten thousand lists, each one longer than the last; copies would fill the
 * memory.
 */
public final class Trail<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> shared; // only ever added to
    private final int size;

    private Trail(List<T> shared, int size) {
        this.shared = shared;
        this.size = size;
    }

    /** The same elements; the same list, if it is a trail already. */
    public static <T> Trail<T> of(List<T> all) {
        return all instanceof Trail<T> trail
                ? trail
                : new Trail<>(new ArrayList<>(List.copyOf(all)), all.size());
    }

    /** With more elements at the end. */
    public Trail<T> plus(List<T> more) {
        if (more.isEmpty()) {
            return this;
        }
        synchronized (shared) {
            if (size > 0 && shared.size() == size) {
                shared.addAll(more);
                return new Trail<>(shared, size + more.size());
            }
        }
        List<T> copy = new ArrayList<>(this);
        copy.addAll(more);
        return new Trail<>(copy, copy.size());
    }

    /** Whether the other is known to be the beginning of this one, without looking at elements. */
    public boolean continues(Trail<T> other) {
        return shared == other.shared && other.size <= size;
    }

    @Override
    public T get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        synchronized (shared) {
            return shared.get(index);
        }
    }

    @Override
    public int size() {
        return size;
    }
}
