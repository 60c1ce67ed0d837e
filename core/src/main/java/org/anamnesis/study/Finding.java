package org.anamnesis.study;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that a study shows.
 *
 * @param id of the catalogue: {@code atrial-fibrillation}, {@code pulmonary-nodule}
 * @param details by id of the catalogue, numbers in its unit with a point: {@code diameter_mm} 9,
 *     {@code lobe} RUL
 */
public record Finding(String id, Map<String, String> details) {
    public Finding {
        requireNonNull(id, "id");
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }
}
