from smartcorner import engine


def test_any_script_gives_a_value_for_plain_data() -> None:
    script = "function told(name, n) { return { said: name.repeat(n) }; }"
    assert engine.value((script,), "told", "été", 2) == {"said": "étéété"}
