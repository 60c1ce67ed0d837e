package org.anamnesis.interpret;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was worked out last, since many look at the same thing in one turn. Only for what depends on
 * its key alone and is never changed, so that nobody can tell it from made anew.
 */
public final class Lately<K, V> {
    /** Messages of some turns; each is short. */
    private static final int MESSAGES = 32;

    private final Function<K, V> maker;
    private final Map<K, V> kept;

    /** Of messages. */
    public Lately(Function<K, V> maker) {
        this(MESSAGES, maker);
    }

    /**
     * @param most keys of which the last used are kept
     */
    public Lately(int most, Function<K, V> maker) {
        this.maker = maker;
        this.kept =
                new LinkedHashMap<>(most, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                };
    }

    /** What belongs to a key: kept or, if it was not used lately, made. */
    public V of(K key) {
        V known;
        synchronized (kept) {
            known = kept.get(key);
        }
        if (known == null) { // made outside, so that nobody waits for another's message
            known = maker.apply(key);
            synchronized (kept) {
                kept.put(key, known);
            }
        }
        return known;
    }
}
