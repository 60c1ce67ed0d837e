/**
 * Readers that use a language or embedding model, in this process or over HTTP.
 *
 * <p>A model proposes; what it says is checked like the user's own words, by the same code. Nothing
 * is loaded or reached before a message needs it.
 */
package org.anamnesis.llm;
