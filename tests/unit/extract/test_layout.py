from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.layout import Box, Heading, heading_of, in_reading_order

PAGE = 400


def order(*boxes: tuple[float, float, float, float]) -> list[int]:
    items = list(enumerate(boxes))
    return [index for index, _ in in_reading_order(items, lambda item: Box(*item[1]))]


def test_rows_come_before_columns():
    assert order((50, 50, 90, 70), (0, 50, 40, 70), (0, 0, 90, 20)) == [2, 1, 0]


def test_columns_are_read_one_after_the_other_where_no_row_parts_them():
    left = ((0, 0, 40, 30), (0, 40, 40, 70))
    right = ((50, 10, 90, 60), (50, 65, 90, 95))

    assert order(*right, *left) == [2, 3, 0, 1]


def test_boxes_that_overlap_a_little_are_apart():
    assert order((0, 18, 90, 40), (0, 0, 90, 20)) == [1, 0]


def test_boxes_on_top_of_each_other_are_read_from_the_top_left():
    assert order((10, 10, 90, 90), (0, 0, 80, 80)) == [1, 0]


box = st.tuples(*[st.integers(0, 50)] * 4).map(lambda b: (b[0], b[1], b[0] + b[2], b[1] + b[3]))


@given(st.lists(box, max_size=30))
def test_every_box_is_read_once(boxes):
    assert sorted(order(*boxes)) == list(range(len(boxes)))


def test_the_largest_text_in_the_upper_part_heads_the_page():
    texts = [Heading("body text", 100, 18), Heading("Heading", 20, 32), Heading("Big end", 390, 44)]

    assert heading_of(texts[:2], PAGE) == 1
    assert heading_of(texts, PAGE) is None


def test_text_that_stands_alone_heads_the_page_wherever_it_stands():
    assert heading_of([Heading("Thank you", 350, 20)], PAGE) == 0


def test_a_long_sentence_alone_is_no_heading():
    assert heading_of([Heading("a long sentence that says much " * 4, 20, 20)], PAGE) is None


def test_among_texts_set_alike_none_is_the_heading():
    assert heading_of([Heading("one", 20, 20), Heading("two", 80, 20)], PAGE) is None


def test_numbers_and_addresses_neither_head_a_page_nor_stand_in_the_way():
    texts = [
        Heading("2021", 10, 60),
        Heading("www.example.org", 20, 50),
        Heading("Rome", 60, 30),
        Heading("body", 200, 18),
    ]

    assert heading_of(texts, PAGE) == 2
    assert heading_of(texts[:2], PAGE) is None


def test_a_page_without_text_has_no_heading():
    assert heading_of([], PAGE) is None
