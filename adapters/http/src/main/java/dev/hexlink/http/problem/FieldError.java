package dev.hexlink.http.problem;

/**
 * What is wrong with one field or parameter.
 *
 * @param field such as {@code tags[2]}; empty for the whole body
 */
public record FieldError(String field, ProblemType type, String detail) {}
