/**
 * What a phrase that no name or synonym fits may mean: its embedding compared with those of the
 * catalogue's names.
 */
package org.anamnesis.llm.link;
