"""The communes, wards, special zones and provinces of Viet Nam: what each is called on a given day."""
